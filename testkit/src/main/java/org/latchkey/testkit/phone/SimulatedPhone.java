package org.latchkey.testkit.phone;

import java.net.InetAddress;
import java.util.Optional;
import java.util.Set;

/**
 * What the simulated phones of all brands have in common, so that one story can be told of each.
 *
 * <p>Phones are not safe for use by several threads.
 *
 * @since 1.0
 */
public interface SimulatedPhone {

  /**
   * Switches the phone on: it asks for its configuration, with all restarts that belong to it.
   *
   * @param faults what goes wrong on the way
   * @return what happened
   */
  Round boot(Fault... faults);

  /**
   * Lets the phone ask again, as at its interval.
   *
   * @param faults what goes wrong on the way
   * @return what happened
   */
  Round resync(Fault... faults);

  /**
   * The vendor's redirect service tells the phone where to go, if it asks that service at all.
   *
   * @param url provisioning URL
   * @param user user name
   * @param password password
   * @return whether it took that over
   */
  boolean redirect(String url, String user, String password);

  /**
   * Somebody types the address and a credential at the phone.
   *
   * @param url provisioning URL
   * @param user user name
   * @param password password
   */
  void enterManually(String url, String user, String password);

  /** Sets everything back to how it left the factory. */
  void factoryReset();

  /**
   * Gives the phone another local address.
   *
   * @param address the address
   */
  void moveTo(InetAddress address);

  /**
   * The phone's MAC.
   *
   * @return 12 lower-case hexadecimal digits
   */
  String mac();

  /**
   * The user name that the phone would show to its provisioning server.
   *
   * @return the name, empty if it has none
   */
  Optional<String> storedUser();

  /**
   * Tells whether the phone would show this credential.
   *
   * @param user user name
   * @param password password
   * @return true if it is the one it has stored
   */
  boolean holds(String user, String password);

  /**
   * The lines that the phone would register.
   *
   * @return their SIP user names
   */
  Set<String> sipUsers();
}
