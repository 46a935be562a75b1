package org.latchkey.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.latchkey.device.MacAddress;
import org.latchkey.memory.MemoryCredentialStore;
import org.latchkey.spi.AccessRecord;
import org.latchkey.spi.CredentialStates;
import org.latchkey.spi.CredentialStore;

/** A store in memory that loses one write, or lets something else happen at one look-up. */
final class FaultyStore implements CredentialStore, CredentialStates {
  private final MemoryCredentialStore records = new MemoryCredentialStore();
  private Loss loss = Loss.FAILED;
  private int writesUntilLoss;
  private int findsUntilAct;
  private Runnable act = () -> {};

  /** How a write goes wrong. */
  enum Loss {
    /** It is acknowledged, and nothing is stored: a store that was killed. */
    ACKNOWLEDGED("acknowledged and lost"),
    /** Nothing is stored, and who asked is told. */
    FAILED("failed"),
    /** It is stored, and who asked is told that it failed. */
    STORED("stored, answer lost");

    private final String words;

    Loss(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** The n-th write from now on, counted from 1, is lost. */
  synchronized void lose(int n, Loss how) {
    writesUntilLoss = n;
    loss = how;
  }

  /** Something happens at the n-th look-up from now on, counted from 1. */
  synchronized void atFind(int n, Runnable what) {
    findsUntilAct = n;
    act = what;
  }

  /** Says whether what was to go wrong has not gone wrong yet, and takes it back. */
  synchronized boolean takeBack() {
    boolean waiting = writesUntilLoss > 0 || findsUntilAct > 0;
    writesUntilLoss = 0;
    findsUntilAct = 0;
    return waiting;
  }

  @Override
  public synchronized Optional<AccessRecord> find(MacAddress mac) {
    if (findsUntilAct > 0 && --findsUntilAct == 0) {
      act.run();
    }
    return records.find(mac);
  }

  @Override
  public synchronized boolean create(AccessRecord first) {
    return records.create(first);
  }

  @Override
  public synchronized boolean replace(AccessRecord expected, AccessRecord next) {
    if (writesUntilLoss == 0 || --writesUntilLoss > 0) {
      return records.replace(expected, next);
    }
    if (loss == Loss.ACKNOWLEDGED) {
      return true;
    }
    if (loss == Loss.STORED) {
      records.replace(expected, next);
    }
    throw new IllegalStateException("the store is down");
  }

  @Override
  public synchronized boolean delete(MacAddress mac) {
    return records.delete(mac);
  }

  @Override
  public List<MacAddress> list(Set<String> states, Optional<MacAddress> after, int limit) {
    return records.list(states, after, limit);
  }
}
