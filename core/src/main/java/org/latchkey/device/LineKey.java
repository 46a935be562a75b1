package org.latchkey.device;

import java.util.Optional;

/**
 * A programmable key of a phone.
 *
 * @param position 1 to 1000, the key's place on the phone
 * @param type what it does
 * @param value number, address or code that the type needs, up to 256 characters; may be empty
 * @param label what is shown beside it, up to 64 characters; may be empty
 * @param line number of the line that it uses, 1 to 255; empty lets the phone choose
 * @since 1.0
 */
public record LineKey(int position, Type type, String value, String label, Optional<Integer> line) {
  /**
   * Checks every part.
   *
   * @param position place on the phone
   * @param type what it does
   * @param value what the type needs
   * @param label shown beside it
   * @param line number of the line that it uses
   */
  public LineKey {
    Text.range("position", position, 1, 1000);
    Text.line("value", value, 256);
    Text.line("label", label, 64);
    line.ifPresent(number -> Text.range("line", number, 1, 255));
  }

  /** What a key does, in words that every brand can map to its own. */
  public enum Type {
    /** Nothing. */
    NONE,
    /** A line of the phone. */
    LINE,
    /** Dials a number. */
    SPEED_DIAL,
    /** Shows and picks up the calls of an extension (RFC 4235). */
    BLF,
    /** Shows the extensions that a list on the server names (RFC 4662). */
    BLF_LIST,
    /** Transfers to a number. */
    TRANSFER,
    /** Parks a call. */
    CALL_PARK,
    /** Takes a parked call. */
    PARK_RETRIEVE,
    /** Picks up the call of an extension. */
    PICKUP,
    /** Picks up a group's call. */
    GROUP_PICKUP,
    /** Calls and is answered at once. */
    INTERCOM,
    /** Speaks to a group of phones by multicast. */
    PAGING,
    /** Offers the groups that can be spoken to. */
    PAGING_LIST,
    /** Calls the mailbox. */
    VOICEMAIL,
    /** Opens short messages. */
    MESSAGES,
    /** Do not disturb. */
    DND,
    /** Forwards calls. */
    FORWARD,
    /** Holds a call. */
    HOLD,
    /** Holds a call of a shared line so that only this phone can take it back. */
    PRIVATE_HOLD,
    /** Makes a conference of calls. */
    CONFERENCE,
    /** Calls back who called last. */
    RECALL,
    /** Sends tones. */
    DTMF,
    /** Dials what is typed after some digits. */
    PREFIX,
    /** Records a call. */
    RECORD,
    /** Records a call by asking a URL. */
    URL_RECORD,
    /** Lets others in the room listen. */
    GROUP_LISTENING,
    /** Asks a URL. */
    URL,
    /** Opens a page of the phone's XML browser. */
    XML_BROWSER,
    /** Opens the list of phone books. */
    DIRECTORY,
    /** Opens the contacts in the phone, or one group of them. */
    LOCAL_GROUP,
    /** Opens a phone book on a server. */
    REMOTE_DIRECTORY,
    /** Opens a group of a phone book on a server. */
    REMOTE_GROUP,
    /** Searches the LDAP directory. */
    LDAP,
    /** Signs in to a call distribution. */
    ACD,
    /** Signs another user in at this phone. */
    HOT_DESKING,
    /** Locks the phone's keys. */
    PHONE_LOCK,
    /** Opens the form in which the provisioning URL is typed. */
    PROVISIONING,
    /** What the brand calls a custom key. */
    CUSTOM
  }
}
