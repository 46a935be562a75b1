package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.brand.Brand;
import org.latchkey.device.MacAddress;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Credential;
import org.latchkey.testkit.brand.SamplePhone;

/** A phone of Cisco's to be rendered, and its profile read. */
final class Samples extends SamplePhone<Samples> {
  static final Brand BRAND = new CiscoBrand();
  static final MacAddress MAC = MacAddress.of("00562b043615");

  /** The rule as Cisco's guide describes it: options in brackets, then a URL. */
  private static final Pattern RULE =
      Pattern.compile(
          "\\[--uid ([^\\s\\]]+) --pwd ([^\\s\\]]+)\\] (https?://[^\\s|?$\\[\\]]+)\\$MA\\.xml");

  private Samples(String model, String firmware) {
    super(BRAND, MAC, model, firmware);
  }

  static Samples phone() {
    return phone("CP-8851-3PCC", "12.0.3");
  }

  static Samples phone(String model, String firmware) {
    return new Samples(model, firmware);
  }

  @Override
  protected Samples self() {
    return this;
  }

  ProfileXml text() {
    return ProfileXml.of(bytes());
  }

  /** The credential in the brackets of a rule. */
  static Credential credential(String rule) {
    Matcher matcher = matched(rule);
    return Credential.of(matcher.group(1), matcher.group(2));
  }

  /** What a phone with this MAC asks for by a rule. */
  static String expanded(String rule, MacAddress mac) {
    return matched(rule).group(3) + mac.toString().toLowerCase(Locale.ROOT) + ".xml";
  }

  private static Matcher matched(String rule) {
    Matcher matcher = RULE.matcher(rule);
    if (!matcher.matches()) {
      throw new AssertionError("no rule with a bracket and one URL");
    }
    return matcher;
  }

  /** What a rendering that must not succeed complains of. */
  static RenderException refused(Runnable attempt, String layer, String parameter) {
    try {
      attempt.run();
    } catch (RenderException e) {
      assertThat(e.layer()).isEqualTo(layer);
      assertThat(e.parameter()).isEqualTo(parameter);
      return e;
    }
    throw new AssertionError("was written");
  }
}
