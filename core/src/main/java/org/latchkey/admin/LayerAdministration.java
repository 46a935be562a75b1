package org.latchkey.admin;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Brand;
import org.latchkey.caller.Caller;
import org.latchkey.caller.Caller.Scope;
import org.latchkey.config.Layer;
import org.latchkey.config.LayerKey;
import org.latchkey.device.Entry;
import org.latchkey.device.Owner;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.LostRaceException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.UnsupportedActionException;
import org.latchkey.event.EventType;
import org.latchkey.internal.Outage;
import org.latchkey.internal.Setup;
import org.latchkey.spi.EditableLayers;
import org.latchkey.spi.LayerSource;

/**
 * What people and programs may do with layers: the entries that phones share by brand, model,
 * reseller and domain. Every change is an event that names the caller. Phones are told of a change
 * when they come next; other nodes know it after five seconds at most.
 *
 * <p>Super users change all layers, resellers their own and those of their domains; they read those
 * of brands and models. Office managers read those of their domain and its reseller. What does not
 * exist for a caller is {@link NotFoundException}, what it may only read {@link
 * ForbiddenException}. A store that fails is {@link org.latchkey.error.StoreException}, and whether
 * the change was made is then unknown; after every other exception nothing has changed.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class LayerAdministration {
  private final Setup setup;
  private final LayerSource source;

  LayerAdministration(Setup setup, LayerSource source) {
    this.setup = setup;
    this.source = source;
  }

  /**
   * Says whether layers can be changed from here.
   *
   * @return false if {@link #replace} throws {@link UnsupportedActionException}
   */
  public boolean canEdit() {
    return source instanceof EditableLayers;
  }

  /**
   * Lists the entries of a layer, as they are stored now.
   *
   * @param caller who asks
   * @param key which layer
   * @return its entries; none if nobody has set any
   */
  public List<Entry> entries(Caller caller, LayerKey key) {
    demandToRead(caller, key);
    return setup.layers().ask(key);
  }

  /**
   * Changes a layer.
   *
   * @param caller who acts
   * @param key which layer
   * @param expected its entries as the caller has seen them; empty takes whatever is there
   * @param entries its entries as they shall be; none removes the layer
   * @param names whether native entries may have names that are in no dictionary
   * @throws org.latchkey.error.InvalidValueException if some phone could not be told an entry; the
   *     field is its path, such as {@code entries[0].parameter}
   * @throws LostRaceException if it is not what was expected
   */
  public void replace(
      Caller caller,
      LayerKey key,
      Optional<List<Entry>> expected,
      List<Entry> entries,
      UnknownNames names) {
    demandToRead(caller, key);
    demandToEdit(caller, key);
    if (!(source instanceof EditableLayers editable)) {
      throw new UnsupportedActionException("the host's layers cannot be changed from here");
    }
    List<Entry> before = setup.layers().ask(key);
    setup.checks().check(key, entries, before, names == UnknownNames.TAKEN);
    boolean changed =
        expected.map(before::equals).orElse(true)
            && Outage.guard("layers", () -> editable.replace(key, before, List.copyOf(entries)));
    setup.layers().forget(key);
    if (!changed) {
      throw new LostRaceException("somebody else has changed the " + key + ": read it again");
    }
    setup.recorder().happened(EventType.LAYER_CHANGED, caller.name(), key.toString());
  }

  private void demandToRead(Caller caller, LayerKey key) {
    boolean exists =
        switch (key.layer()) {
          case BRAND -> setup.brands().find(key.name()).isPresent();
          case MODEL ->
              setup
                  .brands()
                  .find(key.within())
                  .map(Brand::models)
                  .flatMap(models -> models.find(key.name()))
                  .isPresent();
          case RESELLER -> caller.reseller().map(key.name()::equals).orElse(true);
          default -> caller.sees(new Owner(key.name(), key.within()));
        };
    if (!exists) {
      throw new NotFoundException("there is no " + key);
    }
    boolean manager = caller.scope() == Scope.OFFICE_MANAGER;
    if (manager && (key.layer() == Layer.BRAND || key.layer() == Layer.MODEL)) {
      throw new ForbiddenException(caller.scope() + " may not read this");
    }
  }

  private static void demandToEdit(Caller caller, LayerKey key) {
    boolean everybodys = key.layer() == Layer.BRAND || key.layer() == Layer.MODEL;
    boolean may =
        switch (caller.scope()) {
          case SUPER_USER -> true;
          case RESELLER -> !everybodys;
          case OFFICE_MANAGER -> false;
        };
    if (!may) {
      throw new ForbiddenException(caller.scope() + " may not change this");
    }
  }
}
