package org.latchkey.device;

import java.util.Optional;
import org.latchkey.error.InvalidValueException;
import org.latchkey.secret.Secret;

/**
 * One SIP account of a phone.
 *
 * @param number 1 to 255, the account's place on the phone
 * @param label what the phone shows beside the key, up to 64 characters; may be empty
 * @param displayName what the called party sees, up to 64 characters; may be empty
 * @param user SIP user name, 1 to 64 characters
 * @param authUser user name for SIP authentication, 1 to 64 characters
 * @param password SIP password; may be empty where the registrar asks for none
 * @param registrar where the line registers
 * @param outboundProxy where its requests are sent instead, if anywhere
 * @param expires lifetime of a registration in seconds, 30 to 86,400
 * @param voicemail number that the message key dials, up to 64 characters
 * @since 1.0
 */
public record Line(
    int number,
    String label,
    String displayName,
    String user,
    String authUser,
    Secret password,
    Registrar registrar,
    Optional<Registrar> outboundProxy,
    int expires,
    Optional<String> voicemail) {
  /**
   * Checks every part.
   *
   * @param number 1 to 255
   * @param label shown beside the key
   * @param displayName shown to the called party
   * @param user SIP user name
   * @param authUser user name for authentication
   * @param password SIP password
   * @param registrar where the line registers
   * @param outboundProxy where its requests are sent instead
   * @param expires seconds
   * @param voicemail number of the mailbox
   */
  public Line {
    Text.range("number", number, 1, 255);
    Text.line("label", label, 64);
    Text.line("displayName", displayName, 64);
    identifier("user", user);
    identifier("authUser", authUser);
    Text.range("expires", expires, 30, 86_400);
    Text.line("voicemail", voicemail, 64);
  }

  private static void identifier(String field, String value) {
    if (value.isBlank()) {
      throw InvalidValueException.of(field, "1 to 64 characters", value);
    }
    Text.line(field, value, 64);
  }
}
