package org.latchkey.admin;

import java.time.Instant;
import java.util.Optional;
import org.latchkey.device.Device;

/**
 * A device as management shows it.
 *
 * @param device its inventory entry
 * @param state the state's name as it is read now: an arming that ended unused is what it was
 *     before
 * @param allowGlobalPassword whether the global pass may open it, now or from a set start on
 * @param username user name of its own credential, if it has one or is to get one
 * @param disabled whether it is disabled
 * @param armedUntil when its arming ends
 * @param windowUntil when its first boot closes
 * @param lastRetrievedAt when it last got a configuration, as far as is known
 * @param noCredential why phones of its model cannot have a credential of their own and so cannot
 *     be armed; empty for all others
 * @since 1.0
 */
public record DeviceView(
    Device device,
    String state,
    boolean allowGlobalPassword,
    Optional<String> username,
    boolean disabled,
    Optional<Instant> armedUntil,
    Optional<Instant> windowUntil,
    Optional<Instant> lastRetrievedAt,
    Optional<String> noCredential) {}
