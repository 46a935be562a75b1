package org.latchkey.admin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.latchkey.admin.Devices.Found;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.Explanation;
import org.latchkey.caller.Action;
import org.latchkey.caller.Caller;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.MacAddress;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.UnsupportedActionException;
import org.latchkey.event.Event;
import org.latchkey.event.EventType;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.secret.Credential;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.EditableDirectory;
import org.latchkey.spi.EventLog;
import org.latchkey.spi.Knock;
import org.latchkey.spi.LayerSource;
import org.latchkey.spi.PhoneBookSource;

/**
 * Everything that people and programs may do with devices and their access. Every change is an
 * event that names the caller.
 *
 * <p>Devices that a caller's scope does not cover do not exist for it: {@link NotFoundException}.
 * What its scope covers but its role does not allow is {@link
 * org.latchkey.error.ForbiddenException}. A store that fails is {@link
 * org.latchkey.error.StoreException}, and whether the change was made is then unknown; after every
 * other exception nothing has changed.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class Administration {
  private static final Pattern FILE_PATH =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,7}");

  private final Setup setup;
  private final Listing listing;
  private final Devices devices;
  private final AccessActions actions;
  private final Inventory inventory;
  private final KnockActions knocks;
  private final Previews previews;
  private final LayerAdministration layers;
  private final PhoneBookAdministration books;
  private final FleetAdministration fleet;
  private final GlobalPassAdministration passes;

  /**
   * Made by {@link org.latchkey.LatchkeyBuilder#build}.
   *
   * @param setup what it shares with the request steps
   * @param catalogue what lists devices, if the host has it
   * @param source where layers are kept
   * @param contacts where phone books are kept
   */
  public Administration(
      Setup setup,
      Optional<DeviceCatalogue> catalogue,
      LayerSource source,
      PhoneBookSource contacts) {
    this.setup = setup;
    this.listing = new Listing(catalogue);
    this.devices = new Devices(setup);
    this.actions = new AccessActions(setup, devices);
    this.inventory = new Inventory(setup, devices, actions);
    this.knocks = new KnockActions(setup, inventory);
    this.previews = new Previews(setup);
    this.layers = new LayerAdministration(setup, source);
    this.books = new PhoneBookAdministration(setup, contacts);
    this.passes = new GlobalPassAdministration(setup);
    this.fleet = new FleetAdministration(setup, devices, actions, inventory, listing);
  }

  /**
   * Says whether the host's inventory can be listed.
   *
   * @return false if {@link #list} throws {@link UnsupportedActionException}
   */
  public boolean canList() {
    return listing.isThere();
  }

  /**
   * Says whether the host's inventory can be changed from here.
   *
   * @return false if {@link #create}, {@link #replace} and {@link #delete} throw {@link
   *     UnsupportedActionException}
   */
  public boolean canEdit() {
    return setup.directory() instanceof EditableDirectory;
  }

  /**
   * Says whether the host keeps events.
   *
   * @return false if {@link #events} throws {@link UnsupportedActionException}
   */
  public boolean keepsEvents() {
    return setup.eventLog().isPresent();
  }

  /**
   * Shows a device.
   *
   * @param caller who asks
   * @param mac the device's address
   * @return the device
   */
  public DeviceView show(Caller caller, MacAddress mac) {
    return devices.view(devices.find(caller, mac, Action.SHOW));
  }

  /**
   * Lists devices of the caller's scope.
   *
   * @param caller who asks
   * @param query which devices; where it reaches beyond the caller's scope there are none
   * @return the devices, smallest MAC first
   * @throws UnsupportedActionException if the host cannot list its inventory
   */
  public List<DeviceView> list(Caller caller, DeviceCatalogue.Query query) {
    return listing.page(caller, query).map(device -> devices.view(devices.found(device))).toList();
  }

  /**
   * Enters a device. Its generation is chosen here, so that nothing of a former entry is inherited.
   *
   * @param caller who acts
   * @param device the device; its generation is ignored
   * @param arm whether to arm it too, if the caller may
   * @return the device as entered
   * @throws org.latchkey.error.AlreadyExistsException if its MAC is known
   * @throws org.latchkey.error.InvalidValueException if its configuration could not be written
   */
  public DeviceView create(Caller caller, Device device, boolean arm) {
    return create(caller, device, arm, UnknownNames.REFUSED);
  }

  /**
   * Enters a device, as {@link #create(Caller, Device, boolean)} does.
   *
   * @param caller who acts
   * @param device the device; its generation is ignored
   * @param arm whether to arm it too, if the caller may
   * @param names whether overrides may have names that are in no dictionary
   * @return the device as entered
   */
  public DeviceView create(Caller caller, Device device, boolean arm, UnknownNames names) {
    return inventory.create(caller, device, arm, names);
  }

  /**
   * Changes a device. Its access goes with it, but for a move to another reseller.
   *
   * @param caller who acts
   * @param mac the device's address
   * @param edit makes the new entry of the present one; its generation is ignored
   * @return the device as changed
   * @throws org.latchkey.error.InvalidValueException if its configuration could not be written
   * @throws org.latchkey.error.LostRaceException if somebody else changed it meanwhile
   */
  public DeviceView replace(Caller caller, MacAddress mac, UnaryOperator<Device> edit) {
    return replace(caller, mac, edit, UnknownNames.REFUSED);
  }

  /**
   * Changes a device, as {@link #replace(Caller, MacAddress, UnaryOperator)} does.
   *
   * @param caller who acts
   * @param mac the device's address
   * @param edit makes the new entry of the present one; its generation is ignored
   * @param names whether overrides may have names that are in no dictionary
   * @return the device as changed
   */
  public DeviceView replace(
      Caller caller, MacAddress mac, UnaryOperator<Device> edit, UnknownNames names) {
    return inventory.replace(caller, mac, edit, names);
  }

  /**
   * Removes a device and its access.
   *
   * @param caller who acts
   * @param mac the device's address
   */
  public void delete(Caller caller, MacAddress mac) {
    inventory.delete(caller, mac);
  }

  /**
   * Allows the global password once. This node forgets what it holds against the phone: proofs that
   * failed in its name, and if it has knocked, the suspicion against where it knocked from.
   *
   * @param caller who acts
   * @param mac the device's address
   * @param order how
   * @return the device
   */
  public DeviceView arm(Caller caller, MacAddress mac, ArmOrder order) {
    DeviceView armed = actions.arm(caller, mac, order);
    knocks.welcome(caller, mac);
    return armed;
  }

  /**
   * Lists the phones that show a right global pass and are in no inventory: to a super user all, to
   * a reseller those that showed a pass of its own or of one of its domains. Nodes hand over what
   * they have gathered once a minute, this one now.
   *
   * @param caller who asks
   * @return the knocks, the latest first
   */
  public List<Knock> knocks(Caller caller) {
    return knocks.list(caller);
  }

  /**
   * Enters a phone that has knocked, and stops suspecting where it knocked from.
   *
   * @param caller who acts
   * @param device the phone's entry; its generation is ignored
   * @param arm whether to arm it too
   * @return the device as entered
   * @throws NotFoundException if no phone of that MAC has knocked, as far as the caller may know
   * @throws org.latchkey.error.AlreadyExistsException if its MAC is known meanwhile
   * @throws org.latchkey.error.InvalidValueException if its configuration could not be written, or
   *     the pass that it showed is not valid for the new owner
   */
  public DeviceView adopt(Caller caller, Device device, boolean arm) {
    return knocks.adopt(caller, device, arm);
  }

  /**
   * Takes a phone off the list of those that knock. It comes back when it knocks again.
   *
   * @param caller who acts
   * @param mac the phone's address
   * @throws NotFoundException if no phone of that MAC has knocked, as far as the caller may know
   */
  public void dismiss(Caller caller, MacAddress mac) {
    knocks.dismiss(caller, mac);
  }

  /**
   * Takes an unused arming back.
   *
   * @param caller who acts
   * @param mac the device's address
   * @return the device
   * @throws org.latchkey.error.StateConflictException if the phone may hold its next credential
   */
  public DeviceView disarm(Caller caller, MacAddress mac) {
    return actions.disarm(caller, mac);
  }

  /**
   * Destroys all credentials of a device: for theft.
   *
   * @param caller who acts
   * @param mac the device's address
   * @return the device
   */
  public DeviceView lock(Caller caller, MacAddress mac) {
    return actions.lock(caller, mac);
  }

  /**
   * Begins to replace a device's own credential.
   *
   * @param caller who acts
   * @param mac the device's address
   * @return the device
   * @throws org.latchkey.error.StateConflictException if it has none to replace
   */
  public DeviceView rotate(Caller caller, MacAddress mac) {
    return actions.rotate(caller, mac);
  }

  /**
   * Sets a device's own credential by hand.
   *
   * @param caller who acts
   * @param mac the device's address
   * @param credential the credential
   * @param atOnce whether it replaces the current one now, which cuts the phone off until it holds
   *     it
   * @return the device
   * @throws org.latchkey.error.InvalidValueException if the device's configuration cannot carry it
   * @throws org.latchkey.error.StateConflictException if a phone may be about to use another one
   */
  public DeviceView setCredential(
      Caller caller, MacAddress mac, Credential credential, boolean atOnce) {
    return actions.set(caller, mac, credential, atOnce);
  }

  /**
   * Disables a device; its state stays.
   *
   * @param caller who acts
   * @param mac the device's address
   * @return the device
   */
  public DeviceView disable(Caller caller, MacAddress mac) {
    return actions.disable(caller, mac, true);
  }

  /**
   * Enables a device.
   *
   * @param caller who acts
   * @param mac the device's address
   * @return the device
   */
  public DeviceView enable(Caller caller, MacAddress mac) {
    return actions.disable(caller, mac, false);
  }

  /**
   * Tells what happened to a device, as far as it happened in the caller's scope: a device that was
   * sold does not tell of its former owner.
   *
   * @param caller who asks
   * @param mac the device's address
   * @param most how many events at most
   * @return the latest, newest first
   * @throws UnsupportedActionException if the host keeps no events
   */
  public List<Event> events(Caller caller, MacAddress mac, int most) {
    devices.find(caller, mac, Action.SHOW);
    setup.recorder().flush();
    EventLog log =
        setup
            .eventLog()
            .orElseThrow(() -> new UnsupportedActionException("the host keeps no events"));
    return Outage.guard("event log", () -> log.of(mac, most)).stream()
        .filter(event -> event.owner().map(caller::sees).orElse(true))
        .toList();
  }

  /**
   * Lists the files that a device asks for.
   *
   * @param caller who asks
   * @param mac the device's address
   * @return names below the provisioning URL and their roles, in the order of asking
   */
  public List<BootFile> files(Caller caller, MacAddress mac) {
    return previews.files(devices.find(caller, mac, Action.SHOW).device());
  }

  /**
   * Previews a file of a device, with secrets masked.
   *
   * @param caller who asks
   * @param mac the device's address
   * @param name one of {@link #files}
   * @return the file's bytes
   * @throws NotFoundException if the device asks for no such file, or nothing is generated for it
   * @throws org.latchkey.error.RenderException if it cannot be written
   */
  public byte[] preview(Caller caller, MacAddress mac, String name) {
    return previews.file(devices.find(caller, mac, Action.SHOW), name);
  }

  /**
   * Tells why a device's configuration is as it is: which layer says what, what that overrode, and
   * what this phone cannot be told. Secrets are masked.
   *
   * @param caller who asks
   * @param mac the device's address
   * @return the explanation
   * @throws org.latchkey.error.RenderException if the configuration cannot be written
   */
  public Explanation explain(Caller caller, MacAddress mac) {
    return previews.explain(devices.find(caller, mac, Action.SHOW));
  }

  /**
   * Says whether the value of an override or of a layer's entry must not be shown.
   *
   * @param parameter its name, neutral or native with its brand
   * @return true for a password or a key
   */
  public boolean holdsSecret(String parameter) {
    return previews.holdsSecret(parameter);
  }

  /**
   * Manages what phones share.
   *
   * @return the administration of layers
   */
  public LayerAdministration layers() {
    return layers;
  }

  /**
   * The phone books of domains.
   *
   * @return their administration
   */
  public PhoneBookAdministration phoneBooks() {
    return books;
  }

  /**
   * Manages the passwords that phones share for their first boot.
   *
   * @return the administration of global passes
   */
  public GlobalPassAdministration globalPasses() {
    return passes;
  }

  /**
   * Moves whole fleets in and out.
   *
   * @return the administration of fleets
   */
  public FleetAdministration fleet() {
    return fleet;
  }

  /**
   * Makes a link to one of the host's files for phones that cannot show a credential for firmware,
   * such as Cisco's. It opens the whole folder of that file, to whoever knows it.
   *
   * @param caller who asks
   * @param path names of folders and of the file with slashes between them
   * @return the URL, the same at each call and on every node
   * @throws InvalidValueException if phones could not ask for such a path
   */
  public URI fileLink(Caller caller, String path) {
    Devices.demand(caller, Action.ACCESS);
    if (!FILE_PATH.matcher(path).matches()) {
      throw InvalidValueException.of(
          "path", "names of letters, digits, '.', '_' and '-' with slashes between them", path);
    }
    return setup.links().linkTo(path);
  }

  /**
   * Lists what a phone has sent: contacts, logs, overrides. Arming, locking and a change of owner
   * remove all of it.
   *
   * @param caller who asks
   * @param mac the device's address
   * @return the files, sent last comes last
   */
  public List<UploadView> uploads(Caller caller, MacAddress mac) {
    Found found = devices.find(caller, mac, Action.SHOW);
    return setup.uploads().list(found.device().identity()).stream()
        .map(item -> new UploadView(item.name(), item.at(), item.size()))
        .toList();
  }

  /**
   * Reads a file that a phone has sent. Since it may hold passwords and who called whom, not every
   * caller who sees the device may read it, and each reading is an event.
   *
   * @param caller who asks
   * @param mac the device's address
   * @param name one of {@link #uploads}
   * @return the file as the phone has sent it, reserved parameters included
   * @throws NotFoundException if the phone has sent no such file
   */
  public byte[] upload(Caller caller, MacAddress mac, String name) {
    DeviceIdentity device = devices.find(caller, mac, Action.REVEAL).device().identity();
    byte[] content =
        setup
            .uploads()
            .find(device, name)
            .orElseThrow(() -> new NotFoundException(mac + " has sent no file under that name"));
    setup
        .recorder()
        .happened(EventType.UPLOAD_READ, mac, Optional.of(device.owner()), caller.name(), name);
    return content;
  }
}
