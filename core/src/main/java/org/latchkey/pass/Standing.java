package org.latchkey.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.device.Owner;
import org.latchkey.secret.Credential;

/**
 * What every state of a device's access has in common.
 *
 * @param owner whom the access belongs to
 * @param generation the inventory entry that it belongs to
 * @param disabled whether an administrator has disabled the device
 * @param former at most two credentials that open nothing any more, newest first; they are
 *     remembered so that a phone that was not reset can be told from a guesser
 * @param seen what the phone said of itself at its last proof
 * @param movedFrom the former owner, while an administrator moves the device and the inventory may
 *     still name it
 * @since 1.0
 */
public record Standing(
    Owner owner,
    String generation,
    boolean disabled,
    List<Credential> former,
    Optional<Seen> seen,
    Optional<Owner> movedFrom) {
  private static final int FORMER_KEPT = 2;

  /**
   * Copies the list.
   *
   * @param owner whom the access belongs to
   * @param generation the inventory entry
   * @param disabled whether the device is disabled
   * @param former credentials that open nothing any more
   * @param seen what the phone said of itself
   * @param movedFrom the former owner during a move
   */
  public Standing {
    former = List.copyOf(former.subList(0, Math.min(FORMER_KEPT, former.size())));
  }

  /**
   * The standing of a device that never had access.
   *
   * @param owner its owner
   * @param generation its inventory entry
   * @return the standing
   */
  public static Standing fresh(Owner owner, String generation) {
    return new Standing(owner, generation, false, List.of(), Optional.empty(), Optional.empty());
  }

  Standing disabled(boolean now) {
    return new Standing(owner, generation, now, former, seen, movedFrom);
  }

  Standing moved() {
    return new Standing(owner, generation, disabled, former, seen, Optional.empty());
  }

  Standing ownedBy(Owner newOwner) {
    return new Standing(newOwner, generation, disabled, former, seen, Optional.of(owner));
  }

  Standing seen(Optional<Seen> now) {
    return now.isEmpty() ? this : new Standing(owner, generation, disabled, former, now, movedFrom);
  }

  /** Puts credentials in front of the former ones, the first given first. */
  Standing retire(Credential... retired) {
    List<Credential> all = new ArrayList<>(List.of(retired));
    for (Credential old : former) {
      if (!all.contains(old)) {
        all.add(old);
      }
    }
    return new Standing(owner, generation, disabled, all, seen, movedFrom);
  }

  Standing forgetFormer() {
    return new Standing(owner, generation, disabled, List.of(), Optional.empty(), movedFrom);
  }
}
