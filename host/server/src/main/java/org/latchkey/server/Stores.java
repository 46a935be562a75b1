package org.latchkey.server;

import java.net.URI;
import java.util.Optional;
import org.latchkey.Latchkey;
import org.latchkey.LatchkeyBuilder;
import org.latchkey.secret.Vault;
import org.latchkey.spi.CredentialStore;
import org.latchkey.spi.DeviceCatalogue;
import org.latchkey.spi.DeviceDirectory;
import org.latchkey.spi.EditableGlobalPasses;
import org.latchkey.spi.EventLog;
import org.latchkey.spi.EventSink;
import org.latchkey.spi.KnockStore;
import org.latchkey.spi.LayerSource;
import org.latchkey.spi.PhoneBookSource;
import org.latchkey.spi.UploadQuota;
import org.latchkey.spi.UploadSink;

/**
 * All that a server keeps.
 *
 * @param seed what outlives a change of the vault's key; empty if nothing outlives the process
 */
record Stores(
    DeviceDirectory directory,
    DeviceCatalogue catalogue,
    CredentialStore credentials,
    EditableGlobalPasses passes,
    LayerSource layers,
    PhoneBookSource phoneBooks,
    UploadSink uploads,
    UploadQuota quota,
    KnockStore knocks,
    EventSink events,
    EventLog log,
    Optional<byte[]> seed) {

  /** A builder that has them all, but for the events' way to the log. */
  LatchkeyBuilder builder(URI url, Vault vault) {
    LatchkeyBuilder builder =
        Latchkey.builder(url, directory, credentials, vault)
            .catalogue(catalogue)
            .globalPasses(passes)
            .layers(layers)
            .phoneBooks(phoneBooks)
            .uploads(uploads, quota)
            .knocks(knocks);
    seed.ifPresent(builder::seed);
    return builder;
  }
}
