package org.latchkey.caller;

import java.util.Optional;
import org.latchkey.device.Owner;
import org.latchkey.error.InvalidValueException;

/**
 * Who acts: a person or a program, and how far its arm reaches.
 *
 * @param name how it is called in the audit
 * @param scope its role
 * @param reseller the reseller it belongs to; empty only for a super user
 * @param domain the domain it belongs to; present only for an office manager
 * @since 1.0
 */
public record Caller(String name, Scope scope, Optional<String> reseller, Optional<String> domain) {
  /**
   * Checks that role and reach belong together.
   *
   * @param name how it is called
   * @param scope its role
   * @param reseller its reseller
   * @param domain its domain
   */
  public Caller {
    boolean fits =
        switch (scope) {
          case SUPER_USER -> reseller.isEmpty() && domain.isEmpty();
          case RESELLER -> reseller.isPresent() && domain.isEmpty();
          case OFFICE_MANAGER -> reseller.isPresent() && domain.isPresent();
        };
    if (!fits) {
      throw InvalidValueException.of("scope", "one that fits its reseller and domain", scope);
    }
  }

  /** A role. */
  public enum Scope {
    /** The whole installation. */
    SUPER_USER,
    /** One reseller's domains. */
    RESELLER,
    /** One domain. */
    OFFICE_MANAGER
  }

  /**
   * Somebody who may do everything.
   *
   * @param name how it is called in the audit
   * @return the caller
   */
  public static Caller superUser(String name) {
    return new Caller(name, Scope.SUPER_USER, Optional.empty(), Optional.empty());
  }

  /**
   * Says whether an owner's devices exist for this caller.
   *
   * @param owner a device's owner
   * @return true if they do
   */
  public boolean sees(Owner owner) {
    return reseller.map(owner.reseller()::equals).orElse(true)
        && domain.map(owner.domain()::equals).orElse(true);
  }

  /**
   * Says whether this caller may do something with a device that it sees.
   *
   * @param action what
   * @return true if it may
   */
  public boolean may(Action action) {
    return scope != Scope.OFFICE_MANAGER || action.isForOfficeManagers();
  }
}
