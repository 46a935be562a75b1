package org.latchkey.brand;

import java.net.URI;
import java.util.Optional;
import org.latchkey.config.Settings;
import org.latchkey.device.Device;
import org.latchkey.pass.Seen;
import org.latchkey.secret.Credential;

/**
 * What a configuration is made of. Equal values give equal bytes.
 *
 * @param device lines, keys and overrides
 * @param model the device's model
 * @param seen model and firmware as the phone named them at its last proof; while that is unknown,
 *     every spelling that a firmware of the model may want is written
 * @param url the provisioning URL that the phone must keep, ending in a slash
 * @param credential the own credential that the phone must keep
 * @param proven whether the phone has used that credential already; until then the configuration
 *     names no firmware and asks for an early return
 * @param settings the neutral settings that hold
 * @since 1.0
 */
public record Rendering(
    Device device,
    Model model,
    Optional<Seen> seen,
    URI url,
    Credential credential,
    boolean proven,
    Settings settings) {}
