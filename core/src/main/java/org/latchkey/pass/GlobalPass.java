package org.latchkey.pass;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.latchkey.device.MacAddress;
import org.latchkey.device.Owner;
import org.latchkey.error.InvalidValueException;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/**
 * A first-boot user name and password that many phones share, the same for every brand.
 *
 * @param id 1 to 64 characters that name the pass without telling it
 * @param scope whose devices it may open
 * @param credential user name and password; the user name is unique among all passes but for the
 *     current and the previous one of one scope
 * @param legacy true for an adopted shared password, which may break the rules of form
 * @since 1.0
 */
public record GlobalPass(String id, Scope scope, Credential credential, boolean legacy) {
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9]{4,16}");
  private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9]{12,20}");
  private static final Set<String> VENDOR_DEFAULTS =
      Set.of(
          "admin",
          "user",
          "root",
          "guest",
          "plcmspip",
          "polycom",
          "cisco",
          "service",
          "administrator");

  /**
   * Checks the form that phones of every brand can carry and people can type.
   *
   * @param id names the pass
   * @param scope whose devices it may open
   * @param credential user name and password
   * @param legacy whether the rules of form are waived
   */
  public GlobalPass {
    if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
      throw InvalidValueException.of("id", "1 to 64 letters, digits, '.', '_' or '-'", id);
    }
    if (!legacy) {
      check(credential);
    }
  }

  private static void check(Credential credential) {
    String user = credential.username();
    if (!USER.matcher(user).matches()
        || MacAddress.parse(user).isPresent()
        || VENDOR_DEFAULTS.contains(user.toLowerCase(Locale.ROOT))) {
      throw InvalidValueException.of(
          "username",
          "4 to 16 letters and digits for a global pass, no MAC and no vendor's default",
          user);
    }
    if (!PASSWORD.matcher(credential.password().reveal(SecretAccess.granted())).matches()) {
      throw InvalidValueException.ofSecret(
          "password", "12 to 20 letters and digits for a global pass");
    }
  }

  /**
   * Whose devices a pass may open. A device answers only to the narrowest scope that has a pass.
   *
   * @param reseller the reseller; empty for the whole installation
   * @param domain the domain; empty for all of a reseller
   */
  public record Scope(Optional<String> reseller, Optional<String> domain) {
    /** Every device. */
    public static final Scope INSTALLATION = new Scope(Optional.empty(), Optional.empty());

    /**
     * Checks that a domain has its reseller.
     *
     * @param reseller the reseller
     * @param domain the domain
     */
    public Scope {
      if (domain.isPresent() && reseller.isEmpty()) {
        throw InvalidValueException.of("scope", "a domain of a named reseller", domain.get());
      }
    }

    /**
     * Says whether a device lies in this scope.
     *
     * @param owner the device's owner
     * @return true if it does
     */
    public boolean covers(Owner owner) {
      return reseller.map(owner.reseller()::equals).orElse(true)
          && domain.map(owner.domain()::equals).orElse(true);
    }

    /**
     * How narrow the scope is.
     *
     * @return 0 for the installation, 1 for a reseller, 2 for a domain
     */
    public int narrowness() {
      return (reseller.isPresent() ? 1 : 0) + (domain.isPresent() ? 1 : 0);
    }
  }
}
