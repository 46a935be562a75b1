package org.latchkey.portal;

/** What somebody must do at the phone after an action, in words. */
final class AtThePhone {
  private AtThePhone() {}

  static String after(String action, String state) {
    return switch (action) {
      case "arm" ->
          state.equals("issued")
              ? "Restart the phone: its first boot may go on."
              : "Reset the phone to factory defaults; it then boots with the global password.";
      case "lock" -> "Nothing opens this phone's configuration any more until it is armed.";
      case "rotate" -> "Nothing: the phone takes its next password at its next resync.";
      case "set" ->
          state.equals("rotating")
              ? "Nothing: the phone takes the password at its next resync."
              : "Enter user name and password at the phone if it does not hold them.";
      case "disable" -> "Nothing: the phone is refused until the device is enabled.";
      default -> "Nothing.";
    };
  }
}
