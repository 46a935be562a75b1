package org.latchkey.brand.cisco;

import java.net.URI;
import java.util.regex.Pattern;
import org.latchkey.config.Layer;
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
    String user = credential.username();
    String password = CiscoRenderer.clear(credential.password());
    check(user);
    check(password);
    checkUrl(PROFILE, url.toString(), Layer.RESERVED);
    return "[--uid " + user + " --pwd " + password + "] " + url + CiscoFiles.DEVICE_IN_RULES;
  }

  private static void check(String text) {
    if (text.length() > LONGEST || !WORD.matcher(text).matches()) {
      throw new RenderException(
          Layer.RESERVED.label(),
          PROFILE,
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
