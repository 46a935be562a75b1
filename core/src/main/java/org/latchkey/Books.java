package org.latchkey;

import java.util.Optional;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.internal.FileLinks.BookOf;
import org.latchkey.internal.Setup;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Provisioned;
import org.latchkey.pass.DeviceAccess.Rotating;
import org.latchkey.pass.Transitions;

/**
 * Hands out the phone books of domains: to phones that show their own credential, and to those that
 * come by a link.
 */
final class Books {
  private final Setup setup;
  private final Verify verify;
  private final Render render;
  private final Answer answer;

  Books(Setup setup, Verify verify, Render render, Answer answer) {
    this.setup = setup;
    this.verify = verify;
    this.render = render;
    this.answer = answer;
  }

  /**
   * The phone book that a phone has asked for; empty if the file is none, or its domain has none.
   * Where a file of that name may be the host's, only the MAC in the path makes it the phone's.
   */
  Optional<Rendered> find(DeviceIdentity identity, DeviceAccess access, Located located) {
    boolean asked =
        located.mac().isPresent()
            && setup
                .brands()
                .find(identity.brand())
                .filter(b -> b.renderer().isPhoneBook(Uploads.canonical(located.name())))
                .isPresent();
    return asked ? render.phoneBook(identity, access) : Optional.empty();
  }

  /**
   * The answer to a right link to a phone book; empty for all others. It works for a phone that has
   * proven its credential, also while it gets another one, and not for one that was locked,
   * disabled, sold or entered anew.
   */
  Optional<ProvisioningResponse> byLink(Located located, ProvisioningRequest request) {
    return setup.links().bookOf(located.segments()).map(book -> byLink(book, request));
  }

  private ProvisioningResponse byLink(BookOf book, ProvisioningRequest request) {
    Verified.Stored stored = verify.look(book.mac());
    return stored
        .identity()
        .filter(identity -> identity.generation().equals(book.generation()))
        .flatMap(identity -> proven(identity, stored))
        .map(file -> answer.fileOrNotModified(request, file))
        .orElseGet(() -> answer.notFound(request));
  }

  private Optional<Rendered> proven(DeviceIdentity identity, Verified.Stored stored) {
    Optional<DeviceAccess> page = stored.page().map(p -> p.access());
    DeviceAccess access = Transitions.read(page, identity.owner(), identity.generation());
    boolean proven = access instanceof Provisioned || access instanceof Rotating;
    return proven && !access.standing().disabled()
        ? render.phoneBook(identity, access)
        : Optional.empty();
  }
}
