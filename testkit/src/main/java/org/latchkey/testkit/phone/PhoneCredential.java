package org.latchkey.testkit.phone;

/**
 * User name and password as a phone keeps them. The password never shows in {@link #toString()}.
 *
 * <p>Instances are immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class PhoneCredential {
  private final String user;
  private final String password;

  /**
   * Keeps both texts as they are; a phone checks nothing.
   *
   * @param user the user name, may be empty
   * @param password the password, may be empty
   */
  public PhoneCredential(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /**
   * The user name.
   *
   * @return the text as given
   */
  public String user() {
    return user;
  }

  /**
   * The password. For the phone's own answers to challenges; not for logs.
   *
   * @return the text as given
   */
  public String password() {
    return password;
  }

  /**
   * Tells whether this is exactly the given pair.
   *
   * @param otherUser the user name to compare with
   * @param otherPassword the password to compare with
   * @return whether both are equal, letter case included
   */
  public boolean is(String otherUser, String otherPassword) {
    return user.equals(otherUser) && password.equals(otherPassword);
  }

  @Override
  public String toString() {
    return user + ":***";
  }
}
