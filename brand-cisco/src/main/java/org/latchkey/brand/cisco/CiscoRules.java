package org.latchkey.brand.cisco;

import java.net.URI;
import java.util.regex.Pattern;
import org.latchkey.config.Layer;
import org.latchkey.device.MacAddress;
import org.latchkey.error.RenderException;
import org.latchkey.secret.Credential;

/**
 * Rules: {@code [--uid U --pwd P] URL}, in which {@code $MA} is the phone's MAC (Cisco IP
 * Conference Phone 7832 Administration Guide 11.3, "Provisioning Formats"; the literal form is what
 * fusionpbx/fusionpbx sends). Brackets, bars, question marks, parentheses, exclamation marks,
 * dollars, quotes and blanks are words of the grammar, and it has no escapes but for the dollar:
 * what may have one of them is refused.
 */
final class CiscoRules {
  /** The rule by which a phone asks for its device file. */
  static final String PROFILE = "Profile_Rule";

  /** The rule by which a phone sends its configuration. */
  static final String REPORT = "Report_Rule";

  private static final int LONGEST = 32;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.-]*");
  private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9._~:/%&=+@,-]+");

  private CiscoRules() {}

  /**
   * The rule that sends a phone to its device file.
   *
   * @throws RenderException if the grammar cannot carry it
   */
  static String profile(URI url, Credential credential) {
    return rule(PROFILE, url, credential, CiscoFiles.DEVICE_IN_RULES);
  }

  /**
   * The rule by which a phone sends its configuration: it needs the credential once more.
   *
   * @throws RenderException if the grammar cannot carry it
   */
  static String report(URI url, Credential credential, MacAddress mac) {
    return rule(REPORT, url, credential, CiscoFiles.report(mac));
  }

  private static String rule(String parameter, URI url, Credential credential, String file) {
    String user = credential.username();
    String password = CiscoRenderer.clear(credential.password());
    check(parameter, user);
    check(parameter, password);
    checkUrl(parameter, url.toString(), Layer.RESERVED);
    return "[--uid " + user + " --pwd " + password + "] " + url + file;
  }

  private static void check(String parameter, String text) {
    if (text.length() > LONGEST || !WORD.matcher(text).matches()) {
      throw new RenderException(
          Layer.RESERVED.label(),
          parameter,
          "the credential must be of letters, digits, '.', '_' and '-', which is not the first,"
              + " at most "
              + LONGEST
              + " each");
    }
  }

  /**
   * Checks a URL that a phone reads as a rule.
   *
   * @param parameter what is complained of
   * @throws RenderException if something in it belongs to the grammar of rules
   */
  static void checkUrl(String parameter, String url, Layer origin) {
    if (!URL.matcher(url).matches()) {
      throw new RenderException(
          origin.label(),
          parameter,
          "a URL must be of letters, digits and . _ ~ : / % & = + @ , - since phones of this brand"
              + " give other characters a meaning");
    }
  }
}
