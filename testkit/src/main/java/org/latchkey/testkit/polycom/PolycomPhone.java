package org.latchkey.testkit.polycom;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.latchkey.testkit.phone.Fault;
import org.latchkey.testkit.phone.Outcome;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.SimulatedPhone;

/**
 * A Polycom or Poly phone as a provisioning server sees it: it looks for its master file over real
 * sockets, answers challenges, collects what the files say, writes it when the sweep is over, and
 * restarts if its flash changed.
 *
 * <p>Behaviour follows the UC Software 5.x administrator guides and observed traces. Every request
 * goes out without credential first. What comes after a second 401 is not documented; this phone
 * goes on with the next file and works with what it has stored. It never sleeps: waiting times go
 * to its {@link org.latchkey.testkit.phone.Waiter}.
 *
 * <p>One phone is used by one thread; many phones may run side by side. No parameter or result is
 * {@code null}. Reports and {@link #toString()} hold no password; {@link #config(String)} does.
 *
 * @since 1.0
 */
public final class PolycomPhone implements SimulatedPhone {
  private final PolycomSetup setup;
  private final Memory memory;
  private final Operations operations;

  PolycomPhone(PolycomSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
    this.operations = new Operations(setup, memory);
  }

  /**
   * Starts to describe a phone.
   *
   * @param mac 12 hex digits in any letter case, with or without {@code :} or {@code -}
   * @return a builder for a VVX 500
   * @throws IllegalArgumentException if it is no such address
   */
  public static PolycomPhoneBuilder builder(String mac) {
    return new PolycomPhoneBuilder(mac);
  }

  /**
   * Switches the phone off and on, and lets it provision itself, with the restarts this brings: a
   * phone that gets a new credential shows it in the same report, after the restart.
   *
   * @param faults what goes wrong on the way
   * @return the report; {@link Outcome#APPLIED} if anything was written before or after a restart,
   *     {@link Outcome#FAILED} if the phone runs on what it had stored, {@link Outcome#NOT_DUE}
   *     without any request if it knows no address
   */
  @Override
  public Round boot(Fault... faults) {
    return operations.round(true, Operations.Restart.FOR_FLASH, faults);
  }

  /**
   * Provisions as by timer or menu: without boot log, and restarted only if the flash changes.
   *
   * @param faults what goes wrong on the way
   * @return the report, as of {@link #boot}
   */
  @Override
  public Round resync(Fault... faults) {
    return operations.round(false, Operations.Restart.FOR_FLASH, faults);
  }

  /**
   * Provisions as after a SIP NOTIFY {@code check-sync}: restarted if anything changes, or in any
   * case if the configuration says so.
   *
   * @param faults what goes wrong on the way
   * @return the report, as of {@link #boot}
   */
  public Round checkSync(Fault... faults) {
    boolean always =
        config("voIpProt.SIP.specialEvent.checkSync.alwaysReboot").orElse("0").equals("1");
    return operations.round(
        false, always ? Operations.Restart.ALWAYS : Operations.Restart.FOR_ANY_CHANGE, faults);
  }

  /**
   * A person changes parameters at the phone. They count at once, and the phone uploads all such
   * changes as {@code <mac>-phone.cfg}; if the server does not keep that file, they are lost at the
   * next boot. {@code device.} parameters go to flash too and stay there.
   *
   * @param values values by parameter name
   * @param faults what goes wrong on the way
   * @return the report, {@link Outcome#UPLOADED} if the server took the file; {@link
   *     Outcome#NOT_DUE} from a phone older than override files
   */
  public Round changeAtPhone(Map<String, String> values, Fault... faults) {
    return operations.change(OverrideFile.PHONE, values, faults);
  }

  /**
   * The same in the phone's own web page, with {@code <mac>-web.cfg}.
   *
   * @param values values by parameter name
   * @param faults what goes wrong on the way
   * @return the report, as of {@link #changeAtPhone}
   */
  public Round changeInWeb(Map<String, String> values, Fault... faults) {
    return operations.change(OverrideFile.WEB, values, faults);
  }

  /**
   * Uploads the contacts as {@code <mac>-directory.xml}.
   *
   * @param content the file
   * @param faults what goes wrong on the way
   * @return the report, {@link Outcome#UPLOADED} if the server took it
   */
  public Round putContacts(String content, Fault... faults) {
    return operations.upload("CONTACTS_DIRECTORY", "-directory.xml", content, faults);
  }

  /**
   * Uploads the application's log, as by its timer.
   *
   * @param content the log
   * @param faults what goes wrong on the way
   * @return the report, {@link Outcome#UPLOADED} if the server took it
   */
  public Round putLog(String content, Fault... faults) {
    return operations.upload("LOG_FILE_DIRECTORY", "-app.log", content, faults);
  }

  /**
   * A person types only the provisioning address. User name and password stay as they are: those of
   * the factory on a fresh phone.
   *
   * @param url the address; without a scheme {@code device.prov.serverType} counts, from the
   *     factory FTP, which this phone cannot do
   */
  public void enterManually(String url) {
    memory.flash().put(Flash.SERVER, url);
  }

  /**
   * A person types address, user name and password, as the Quick Setup asks for.
   *
   * @param url the address
   * @param user the user name
   * @param password the password
   */
  @Override
  public void enterManually(String url, String user, String password) {
    enterManually(url);
    memory.flash().put(Flash.USER, user);
    memory.flash().put(Flash.PASSWORD, password);
  }

  /**
   * A person chooses where the address comes from.
   *
   * @param choice the new {@code device.dhcp.bootSrvUseOpt}
   */
  public void enterManually(BootServer choice) {
    memory.flash().put(Flash.BOOT_SERVER, choice.value());
  }

  /**
   * The vendor's redirect service hands over address and credential. The phone asks it only if it
   * has no address and was not told to leave it.
   *
   * @param url the address
   * @param user the user name
   * @param password the password
   * @return whether the phone took them
   */
  @Override
  public boolean redirect(String url, String user, String password) {
    boolean asks = asksRedirect() && operations.address().isEmpty();
    if (asks) {
      enterManually(url, user, password);
    }
    return asks;
  }

  /**
   * The network's DHCP server offers an address in option 160 from now on, whatever it says in 66.
   *
   * @param url the address, may hold a credential before the host
   */
  public void dhcpCustom(String url) {
    operations.dhcp(new Dhcp(Optional.of(url), operations.dhcp().option66()));
  }

  /**
   * The network's DHCP server offers an address in option 66 from now on, whatever it says in 160.
   *
   * @param url the address, may hold a credential before the host
   */
  public void dhcp66(String url) {
    operations.dhcp(new Dhcp(operations.dhcp().custom(), Optional.of(url)));
  }

  /** The network's DHCP server offers no address any more. */
  public void dhcpSilent() {
    operations.dhcp(Dhcp.SILENT);
  }

  /** Clears everything but the firmware. Files on servers and the network stay as they are. */
  @Override
  public void factoryReset() {
    memory.clear();
  }

  /**
   * Gives the phone another local address from now on.
   *
   * @param address the address to bind to
   */
  @Override
  public void moveTo(InetAddress address) {
    operations.moveTo(address);
  }

  /**
   * MAC address.
   *
   * @return 12 lower-case hex digits
   */
  @Override
  public String mac() {
    return setup.mac();
  }

  /**
   * Running firmware of the application.
   *
   * @return four decimal numbers with dots
   */
  public String firmware() {
    return memory.firmware();
  }

  /**
   * What the application calls itself in requests.
   *
   * @return the {@code User-Agent} value
   */
  public String userAgent() {
    return setup.userAgent(Stage.APPLICATION, memory);
  }

  /**
   * Provisioning address in flash, which DHCP may beat.
   *
   * @return the address, or empty if there is none
   */
  public Optional<String> storedUrl() {
    return memory.flash().server();
  }

  /**
   * Provisioning user name in flash.
   *
   * @return the name, that of the factory if no other is stored
   */
  @Override
  public Optional<String> storedUser() {
    return Optional.of(memory.flash().credential().user());
  }

  /**
   * Tells whether the phone has exactly this provisioning credential in flash.
   *
   * @param user the user name
   * @param password the password
   * @return whether both are stored
   */
  @Override
  public boolean holds(String user, String password) {
    return memory.flash().credential().is(user, password);
  }

  /**
   * Tells whether the address in flash counts, whatever DHCP offers.
   *
   * @return where the address comes from
   */
  public BootServer bootServer() {
    return memory.flash().bootServer();
  }

  /**
   * Tells whether the phone would ask the vendor's redirect service.
   *
   * @return whether it is on, as from the factory
   */
  public boolean asksRedirect() {
    return memory.flash().ztp();
  }

  /**
   * One parameter.
   *
   * @param name its full name
   * @return the value, possibly a secret; empty if it has its default. Of {@code device.}
   *     parameters the phone knows some defaults
   */
  public Optional<String> config(String name) {
    return name.startsWith(Flash.PREFIX)
        ? Optional.of(memory.flash().get(name)).filter(v -> !v.isEmpty())
        : Optional.ofNullable(memory.parameters().get(name));
  }

  /**
   * The parameters outside flash as merged from all files.
   *
   * @return a copy that cannot be changed, secrets included
   */
  public Map<String, String> configuration() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(memory.parameters()));
  }

  /**
   * Lines that the phone would register.
   *
   * @return lines by number; one without address is none
   */
  public List<Registration> registrations() {
    return new Registrations(memory.parameters()).all();
  }

  @Override
  public Set<String> sipUsers() {
    return registrations().stream().map(Registration::address).collect(Collectors.toSet());
  }

  /**
   * Contacts as last loaded from the server.
   *
   * @return the XML text, or the empty string
   */
  public String contacts() {
    return memory.contacts();
  }

  /**
   * Tells whether a login at the phone's own web page works.
   *
   * @param user {@code Polycom} for the administrator, {@code User} for the user
   * @param password its password
   * @return whether the phone lets it in
   */
  public boolean webLogin(String user, String password) {
    return switch (user) {
      case "Polycom" -> memory.flash().get("device.auth.localAdminPassword").equals(password);
      case "User" -> memory.flash().get("device.auth.localUserPassword").equals(password);
      default -> false;
    };
  }

  /**
   * After what time the phone asks again by itself, counted from the end of a round.
   *
   * @return the period, or empty if polling is off
   */
  public Optional<Duration> nextWakeUp() {
    return operations.nextWakeUp();
  }

  /** MAC, model and firmware, no secret. */
  @Override
  public String toString() {
    return setup.mac() + " (" + setup.model() + " " + firmware() + ")";
  }
}
