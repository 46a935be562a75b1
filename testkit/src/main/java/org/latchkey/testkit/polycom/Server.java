package org.latchkey.testkit.polycom;

import java.util.Optional;
import org.latchkey.testkit.phone.PhoneUrl;

/** The provisioning address in use, and the places of files on it. */
final class Server {
  private static final String MASTER_SUFFIX = ".cfg";
  private static final int MASTER_LENGTH = 5;

  private final PhoneUrl base;
  private final boolean namesMaster;

  private Server(PhoneUrl base, boolean namesMaster) {
    this.base = base;
    this.namesMaster = namesMaster;
  }

  /** The address that counts at this moment: DHCP before flash, unless flash forbids it. */
  static Optional<String> choose(Flash flash, Dhcp dhcp) {
    return dhcp.address(flash.bootServer()).or(flash::server);
  }

  /**
   * Reads an address, with or without its scheme.
   *
   * @throws IllegalArgumentException if it cannot be used over HTTP
   */
  static Server parse(String address, Flash flash) {
    String full = address.contains("://") ? address : flash.scheme() + "://" + address;
    PhoneUrl url = PhoneUrl.parse(full);
    String file = url.file();
    if (file.endsWith(MASTER_SUFFIX) && file.length() >= MASTER_LENGTH) {
      return new Server(url, true);
    }
    boolean folder = file.isEmpty();
    return new Server(folder ? url : url.withTarget(url.target() + "/"), false);
  }

  PhoneUrl base() {
    return base;
  }

  /** Whether the address is that of the master file itself. */
  boolean namesMaster() {
    return namesMaster;
  }

  /**
   * The address of a reference from the master file, or of a file beside it.
   *
   * @throws IllegalArgumentException if it cannot be used over HTTP
   */
  PhoneUrl at(String reference) {
    return base.resolve(reference);
  }

  /**
   * The address of a file in a folder that the master file names; an empty one is the base.
   *
   * @throws IllegalArgumentException if it cannot be used over HTTP
   */
  PhoneUrl in(String directory, String file) {
    boolean complete = directory.isEmpty() || directory.endsWith("/");
    return at(directory + (complete ? "" : "/") + file);
  }
}
