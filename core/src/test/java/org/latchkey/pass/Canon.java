package org.latchkey.pass;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.secret.Credential;

/** Names a world so that credentials are numbered as they appear and times fall into buckets. */
final class Canon {
  private static final long[] BOUNDS = {
    -7 * 86400L, -26 * 3600L, -120, -45, 0, 1, 45, 120, 26 * 3600L, 7 * 86400L, 10 * 86400L
  };

  private final List<Credential> names = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Instant now;

  private Canon(Instant now) {
    this.now = now;
  }

  static String of(World world) {
    Canon canon = new Canon(world.now);
    canon.access(world.access);
    canon.text.append('|');
    canon.name(world.held);
    canon.name(world.pending);
    canon.text.append(world.secondAddress ? 'b' : 'a').append(world.addressChanges);
    canon.text.append(world.clockSteps).append(world.armedSinceProof ? 'y' : 'n');
    canon.text.append(world.resetUnarmed ? 'y' : 'n');
    canon.time(world.armStart);
    canon.time(world.armEnd);
    canon.text.append(world.held.filter(world.taken::contains).isPresent() ? 't' : 'f');
    canon.text.append(world.pending.filter(world.taken::contains).isPresent() ? 't' : 'f');
    return canon.text.toString();
  }

  private void access(DeviceAccess access) {
    text.append(access.state().charAt(0));
    if (access instanceof Armed armed) {
      name(Optional.of(armed.next()));
      text.append(armed.kept() ? 'k' : '-');
      time(armed.arming().start());
      time(armed.arming().end());
      access(armed.before());
    } else if (access instanceof Issued issued) {
      name(issued.kept());
      name(Optional.of(issued.next()));
      time(issued.deliveredAt());
      time(issued.window().end());
      time(issued.window().lastAnswer());
      text.append(issued.window().holder().ipv4()).append(issued.window().changes());
      text.append(issued.contest());
    } else if (access instanceof Provisioned provisioned) {
      name(Optional.of(provisioned.current()));
    } else if (access instanceof Rotating rotating) {
      name(Optional.of(rotating.current()));
      name(Optional.of(rotating.next()));
      rotating.deliveredAt().ifPresent(this::time);
    }
    access.standing().former().forEach(former -> name(Optional.of(former)));
  }

  private void name(Optional<Credential> credential) {
    if (credential.isEmpty()) {
      text.append('.');
      return;
    }
    if (!names.contains(credential.get())) {
      names.add(credential.get());
    }
    text.append(names.indexOf(credential.get()));
  }

  private void time(Instant instant) {
    int bucket = 0;
    if (instant.isAfter(Instant.EPOCH)) {
      long seconds = Duration.between(now, instant).toSeconds();
      while (bucket < BOUNDS.length && seconds >= BOUNDS[bucket]) {
        bucket++;
      }
    }
    text.append((char) ('A' + bucket));
  }
}
