package org.latchkey.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.latchkey.brand.Brand;
import org.latchkey.brand.Brands;
import org.latchkey.brand.Traits;
import org.latchkey.pass.PassPolicy;
import org.latchkey.secret.SecretSource;
import org.latchkey.spi.CredentialStates;
import org.latchkey.spi.DeviceDirectory;
import org.latchkey.spi.EventLog;
import org.latchkey.spi.GlobalPasses;

/**
 * What the request steps and the administration share.
 *
 * @param brands the brands
 * @param directory the host's inventory
 * @param book who may read what
 * @param states lists who may be opened, if the credential store can
 * @param passes the global passes
 * @param configurations what the phones are told
 * @param layers what phones share
 * @param books the phone books of domains
 * @param checks what may be saved
 * @param uploads what the phones send
 * @param links how phones without credentials for it reach their firmware
 * @param policies the numbers of the state machine, by brand
 * @param recorder where events go
 * @param guards what holds off those who try too much
 * @param eventLog where they are found again
 * @param secrets where randomness comes from
 * @param clock the present
 */
public record Setup(
    Brands brands,
    DeviceDirectory directory,
    AccessBook book,
    Optional<CredentialStates> states,
    GlobalPasses passes,
    Configurations configurations,
    LayerBook layers,
    PhoneBooks books,
    SaveChecks checks,
    UploadShelf uploads,
    FileLinks links,
    Map<String, PassPolicy> policies,
    Recorder recorder,
    Guards guards,
    Optional<EventLog> eventLog,
    SecretSource secrets,
    Clock clock) {

  /**
   * Completes a policy by each brand's own numbers.
   *
   * @param brands the brands
   * @param policy the installation's policy
   * @return the policies by brand
   */
  public static Map<String, PassPolicy> policies(Brands brands, PassPolicy policy) {
    return brands.all().stream().collect(Collectors.toMap(Brand::id, b -> complete(policy, b)));
  }

  private static PassPolicy complete(PassPolicy policy, Brand brand) {
    Traits traits = brand.traits();
    return policy.completedBy(traits.budget(), traits.settleTime());
  }
}
