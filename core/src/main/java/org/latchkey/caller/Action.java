package org.latchkey.caller;

/**
 * What can be done with a device.
 *
 * @since 1.0
 */
public enum Action {
  /** List, show, preview files, read the time line. */
  SHOW(true),
  /** Create an entry, which stays locked; edit lines, keys and notes. */
  EDIT(true),
  /** Everything that changes which credential opens the device. */
  ACCESS(false),
  /** Read what may hold secrets, such as the files that a phone has sent; audited. */
  REVEAL(false),
  /** Remove an entry. */
  DELETE(false),
  /** Give a device to another domain. */
  MOVE(false),
  /** See which phones knock, adopt and dismiss them. */
  ADOPT(false),
  /** Manage global passes. */
  PASSES(false);

  private final boolean forOfficeManagers;

  Action(boolean forOfficeManagers) {
    this.forOfficeManagers = forOfficeManagers;
  }

  /**
   * Says whether office managers may do it in their own domain.
   *
   * @return true if they may
   */
  public boolean isForOfficeManagers() {
    return forOfficeManagers;
  }
}
