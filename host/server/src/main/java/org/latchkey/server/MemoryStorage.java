package org.latchkey.server;

import java.util.Optional;
import java.util.Set;
import org.latchkey.memory.MemoryDirectory;
import org.latchkey.memory.MemoryEvents;
import org.latchkey.memory.MemoryGlobalPasses;
import org.latchkey.memory.MemoryKnocks;
import org.latchkey.memory.MemoryLayers;
import org.latchkey.memory.MemoryPhoneBooks;
import org.latchkey.memory.MemoryUploads;
import org.latchkey.secret.Vault;
import org.latchkey.spi.CredentialStore;
import org.latchkey.spi.UploadQuota;

/** Keeps everything in memory but for the credentials, which are kept where one likes. */
record MemoryStorage(CredentialStore credentials) implements Storage {

  @Override
  public String description() {
    return "memory: all is gone when this process ends";
  }

  @Override
  public Set<String> sealedWith() {
    return Set.of();
  }

  @Override
  public Stores open(Vault vault) {
    MemoryDirectory directory = new MemoryDirectory();
    MemoryEvents events = new MemoryEvents();
    return new Stores(
        directory,
        directory,
        credentials,
        new MemoryGlobalPasses(),
        new MemoryLayers(),
        new MemoryPhoneBooks(),
        new MemoryUploads(),
        UploadQuota.DEFAULTS,
        new MemoryKnocks(),
        events,
        events,
        Optional.empty());
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void flush() {
    // nothing waits
  }

  @Override
  public void prune() {
    // the events in memory are bounded by number
  }

  @Override
  public void tidy() {
    // nothing is on disk
  }

  @Override
  public void close() {
    // there is nothing that outlives it
  }
}
