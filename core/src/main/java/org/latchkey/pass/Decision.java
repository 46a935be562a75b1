package org.latchkey.pass;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.latchkey.event.EventType;
import org.latchkey.secret.Credential;

/**
 * What is to be answered, and what the device's access becomes if that answer goes out.
 *
 * @param answer the kind of answer
 * @param access the access afterwards; the same object as before if nothing changes
 * @param carries the credential that a device file must carry; present only with {@link
 *     Answer#SERVE}
 * @param events what happens, if it happens
 * @param retryAfter with {@link Answer#BUSY}: when asking again makes sense
 * @param proof whether the phone proved its credential; such an answer goes out even if the store
 *     fails, since the next request proves again
 * @param undecided whether a refusal is to be called {@link EventType#STALE_PASS} if the phone uses
 *     its own credential within the next ten minutes
 * @since 1.0
 */
public record Decision(
    Answer answer,
    DeviceAccess access,
    Optional<Credential> carries,
    List<EventType> events,
    Duration retryAfter,
    boolean proof,
    boolean undecided) {

  /** The kind of answer. */
  public enum Answer {
    /** The file. */
    SERVE,
    /** 401, the same for every reason. */
    REFUSE,
    /** 503: not now, ask again later. */
    BUSY
  }

  static Decision serve(DeviceAccess access, Credential carries, EventType... events) {
    return new Decision(
        Answer.SERVE, access, Optional.of(carries), List.of(events), Duration.ZERO, false, false);
  }

  static Decision prove(DeviceAccess access, Credential carries) {
    return new Decision(
        Answer.SERVE,
        access,
        Optional.of(carries),
        List.of(EventType.PROVED),
        Duration.ZERO,
        true,
        false);
  }

  static Decision refuse(DeviceAccess access, EventType reason) {
    return new Decision(
        Answer.REFUSE, access, Optional.empty(), List.of(reason), Duration.ZERO, false, false);
  }

  static Decision busy(DeviceAccess access, Duration retryAfter, EventType reason) {
    return new Decision(
        Answer.BUSY, access, Optional.empty(), List.of(reason), retryAfter, false, false);
  }

  Decision withUndecided() {
    return new Decision(answer, access, carries, events, retryAfter, proof, true);
  }

  Decision withAccess(DeviceAccess other) {
    return new Decision(answer, other, carries, events, retryAfter, proof, undecided);
  }
}
