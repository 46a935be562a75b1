package org.latchkey.event;

/**
 * What can happen to a device's access. The names are those of logs, time lines, metrics and
 * documents.
 *
 * @since 1.0
 */
public enum EventType {
  /** A configuration with a new own credential was delivered under the global pass. */
  ISSUED(Kind.CONTACT, "configuration with its own credential delivered under the global pass"),
  /** The phone used its new credential: the global pass is closed for it. */
  PROVED(Kind.CONTACT, "own credential proven, global pass closed"),
  /** The phone was served under its own credential. */
  SERVED(Kind.CONTACT, "served under its own credential"),
  /** The phone was served once more before its proof. */
  REPEATED(Kind.CONTACT, "configuration delivered once more before the proof"),
  /** Five answers under the global pass and no proof yet. */
  NOT_APPLIED(Kind.CONTACT, "five configurations delivered, none applied: look at the phone"),
  /** Another address took over the first boot. */
  HOLDER_CHANGED(Kind.CONTACT, "another address took over the first boot"),

  /** The global pass was shown, but this device is not armed or its time is over. */
  NEEDS_ARMING(Kind.REFUSAL, "global pass refused: the device must be armed"),
  /** The global pass was shown by a healthy phone that shows it at every boot. */
  STALE_PASS(Kind.REFUSAL, "global pass refused: the phone has its own credential and used it"),
  /** Two addresses claim the same first boot, or an arming's demand is not met. */
  CONTESTED(
      Kind.REFUSAL,
      "global pass refused: another address runs this first boot, or a demand is not met"),
  /** A former password was shown: the phone was not reset. */
  OLD_CREDENTIAL(Kind.REFUSAL, "former credential refused: the phone was not reset"),
  /** User name or password fit nothing that this device has. */
  WRONG_CREDENTIAL(Kind.REFUSAL, "wrong user name or password"),
  /** Somebody without the right global pass asked for a MAC that no inventory knows. */
  UNKNOWN_DEVICE(
      Kind.REFUSAL, "wrong user name or password for a MAC that is not in the inventory"),
  /** The right global pass was shown for a MAC that no inventory knows. */
  KNOCKED(Kind.REFUSAL, "right global pass, but the MAC is not in the inventory"),
  /** The device is disabled. */
  DISABLED_DEVICE(Kind.REFUSAL, "refused: the device is disabled"),
  /** The device has another owner or was entered anew; its former access opens nothing. */
  OWNER_CHANGED(Kind.REFUSAL, "refused: the device has a new owner or was entered anew; arm it"),
  /** The phone says that it is of another brand than the inventory does. */
  WRONG_BRAND(Kind.REFUSAL, "refused: the phone is of another brand than the inventory says"),
  /** The phone says that it is of another model than the inventory does. */
  WRONG_MODEL(Kind.CONTACT, "served, but the phone is of another model than the inventory says"),
  /** Path and header name different MACs. */
  MAC_CONFLICT(Kind.REFUSAL, "refused: path and header name different MACs"),
  /** A right credential over a connection that anybody could read. */
  INSECURE(Kind.REFUSAL, "refused: device files go out over TLS only"),
  /** Too many proofs failed before: not looked at. */
  LIMITED(Kind.REFUSAL, "told to come again later: too many failed proofs from there"),
  /** One source opened or tried many devices with the global pass. */
  HARVEST(Kind.REFUSAL, "one source tries the global pass on many devices"),

  /** The configuration could not be written. */
  RENDER_FAILED(Kind.REFUSAL, "configuration could not be written; nothing was consumed"),
  /** A store or the inventory could not be reached. */
  STORE_FAILED(Kind.REFUSAL, "store or inventory failed; nothing was consumed"),
  /** Sealed access could not be opened with this vault key. */
  SEAL_FAILED(Kind.REFUSAL, "stored access cannot be opened with this vault key"),

  /** A right upload was not stored. */
  UPLOAD_DROPPED(Kind.REFUSAL, "upload not stored"),
  /** An administrator read a file that the phone has sent. */
  UPLOAD_READ(Kind.AUDIT, "uploaded file read"),

  /** An administrator allowed the global pass. */
  ARMED(Kind.AUDIT, "armed: the global pass is allowed once"),
  /** An administrator took the permission back. */
  DISARMED(Kind.AUDIT, "disarmed"),
  /** An arming after a contest: the secrets delivered before must be changed. */
  SECRETS_EXPOSED(Kind.AUDIT, "armed after a contest: change the SIP passwords of this device"),
  /** An administrator destroyed all credentials. */
  LOCKED(Kind.AUDIT, "locked: all credentials destroyed"),
  /** An administrator asked for a new credential. */
  ROTATED(Kind.AUDIT, "rotation begun: the next credential is delivered under the current one"),
  /** An administrator set the credential by hand. */
  CREDENTIAL_SET(Kind.AUDIT, "credential set by hand"),
  /** An administrator disabled the device. */
  DISABLED(Kind.AUDIT, "disabled"),
  /** An administrator enabled the device. */
  ENABLED(Kind.AUDIT, "enabled"),
  /** A device was entered into the inventory. */
  CREATED(Kind.AUDIT, "entered into the inventory"),
  /** A device's entry was changed. */
  EDITED(Kind.AUDIT, "inventory entry changed"),
  /** A device was removed from the inventory. */
  DELETED(Kind.AUDIT, "removed from the inventory"),
  /** An administrator changed what phones share. */
  LAYER_CHANGED(Kind.AUDIT, "layer changed"),
  /** An administrator changed the phone book of a domain. */
  PHONE_BOOK_CHANGED(Kind.AUDIT, "phone book changed"),
  /** A scope was given a global pass of its own. */
  PASS_ADDED(Kind.AUDIT, "global pass added"),
  /** A scope was given a new global pass beside the one that it had. */
  PASS_ROTATED(Kind.AUDIT, "global pass rotated: the one before it stays valid until it is killed"),
  /** An administrator read the password of a global pass. */
  PASS_REVEALED(Kind.AUDIT, "global pass revealed"),
  /** A global pass was taken away. */
  PASS_KILLED(Kind.AUDIT, "global pass killed"),
  /** An administrator read the secrets of a device in an export. */
  EXPORTED(Kind.AUDIT, "exported with its secrets"),
  /** An administrator took a phone off the list of those that knock. */
  DISMISSED(Kind.AUDIT, "taken off the list of phones that knock");

  /**
   * What it says about, and with that how long it is worth keeping.
   *
   * @since 1.0
   */
  public enum Kind {
    /** A phone was served. */
    CONTACT,
    /** Somebody was refused, or something failed. */
    REFUSAL,
    /** An administrator did something. */
    AUDIT
  }

  private final Kind kind;
  private final String sentence;

  EventType(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  /**
   * Tells what kind of event it is.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Says in plain words what happened.
   *
   * @return a sentence without its full stop
   */
  public String sentence() {
    return sentence;
  }

  /**
   * The name in the spelling of documents and REST.
   *
   * @return for example {@code NeedsArming}
   */
  public String label() {
    StringBuilder label = new StringBuilder();
    boolean upper = true;
    for (char c : name().toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        label.append(upper ? c : (char) (c | 0x20));
        upper = false;
      }
    }
    return label.toString();
  }
}
