package org.latchkey.portal;

/** Bodies of requests. */
final class Bodies {
  /** Every field that the design draws. */
  static final String FULL =
      """
      {"mac":"001565aabbcc","brand":"yealink","model":"T46S","domain":"acme.example",
       "reseller":"west","serial":"3121012345678","pin":"4711","notes":"third floor",
       "lines":[{"number":1,"label":"100","displayName":"Alice","user":"100","authUser":"auth100",
         "password":"PlantedLine1",
         "registrar":{"host":"sip.acme.example","port":5061,"transport":"tls"},
         "outboundProxy":{"host":"edge.acme.example","port":5060,"transport":"tcp"},
         "expires":1800,"voicemail":"*97"}],
       "keys":[{"position":2,"type":"blf","value":"101","label":"Bob","line":1}],
       "overrides":[{"parameter":"yealink:phone_setting.backlight_time","value":"60",
         "description":"shop floor"}]}
      """;

  private Bodies() {}

  /** A device with nothing in it. */
  static String bare(String mac, String domain, String reseller) {
    return """
        {"mac":"%s","brand":"yealink","model":"T46S","domain":"%s","reseller":"%s"}"""
        .formatted(mac, domain, reseller);
  }

  /** A device of acme.example, of west, with more fields. */
  static String with(String fields) {
    return """
        {"mac":"001565aabbcc","brand":"yealink","model":"T46S","domain":"acme.example",
         "reseller":"west",%s}"""
        .formatted(fields);
  }

  /** The same with one line that has more fields. */
  static String withLine(String fields) {
    return with(
        """
        "lines":[{"user":"100","registrar":{"host":"sip.acme.example"},%s}]"""
            .formatted(fields));
  }
}
