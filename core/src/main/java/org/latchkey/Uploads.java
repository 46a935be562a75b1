package org.latchkey;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.latchkey.Permitted.Granted;
import org.latchkey.Settle.Outcome;
import org.latchkey.brand.Brand;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.UploadKind;
import org.latchkey.device.MacAddress;
import org.latchkey.event.EventType;
import org.latchkey.internal.Setup;
import org.latchkey.internal.UploadShelf;
import org.latchkey.pass.DeviceAccess;
import org.latchkey.pass.DeviceAccess.Armed;
import org.latchkey.pass.DeviceAccess.Issued;
import org.latchkey.secret.Credential;
import org.latchkey.spi.UploadRecord;

/**
 * What phones send under their own credential, and what of it comes back to them. Both happen after
 * Permit and Settle, so nobody else's bytes are read and a proof is one whatever becomes of them.
 *
 * <p>What is not wanted, because overrides are switched off or the phone is about to begin anew, is
 * answered by 200 and dropped: under the global pass the same phone is answered so too, and what
 * phones do about a refused upload no vendor says. Administrators see it as an event.
 *
 * <p>Of a form, which is how some phones send problem reports, the one file in it is stored; a form
 * that has not one file in it is answered by 400.
 */
final class Uploads {
  // each takes up to eight times its file's length of memory, in both directions
  private static final int AT_ONCE = 32;
  private static final Duration AFTER_BUSY = Duration.ofSeconds(10);

  /** What a browser runs no script of; phones do not look at it. */
  private static final String CONTENT_TYPE = "application/octet-stream";

  private final Setup setup;
  private final UploadShelf shelf;
  private final boolean acceptsOverrides;
  private final Answer answer;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Uploads(Setup setup, boolean acceptsOverrides, Answer answer) {
    this.setup = setup;
    this.shelf = setup.uploads();
    this.acceptsOverrides = acceptsOverrides;
    this.answer = answer;
  }

  /**
   * Stores what a phone sends. Empty if access to the device has changed meanwhile, by an arming
   * for example that purges uploads: then nothing is stored, and Permit must be asked again.
   */
  Optional<ProvisioningResponse> take(
      Granted granted, Outcome outcome, Credential own, ProvisioningRequest request, String file) {
    Optional<String> unwanted = unwanted(granted, own, file);
    if (unwanted.isPresent()) {
      drop(granted, request, file, unwanted.get());
      return Optional.of(answer.taken(request));
    }
    if (!places.tryAcquire()) {
      return Optional.of(answer.unavailable(request, AFTER_BUSY));
    }
    try {
      List<String> types = request.headers().values("Content-Type");
      boolean form = FormData.isSaid(types);
      int most = shelf.longestFile() + (form ? FormData.ENVELOPE : 0);
      Optional<byte[]> body = request.body().read(most);
      Optional<byte[]> content = form ? body.flatMap(b -> FormData.file(types, b)) : body;
      if (body.isPresent() && content.isEmpty()) {
        drop(granted, request, file, "not a form with one file in it");
        return Optional.of(answer.badRequest(request, "not a form with one file in it"));
      }
      if (content.filter(bytes -> bytes.length <= shelf.longestFile()).isEmpty()) {
        drop(granted, request, file, "longer than " + shelf.longestFile() + " bytes");
        return Optional.of(answer.tooLarge(request));
      }
      Optional<UploadRecord> stored =
          shelf.put(granted.identity(), canonical(file), setup.clock().instant(), content.get());
      if (stored.isEmpty()) {
        drop(granted, request, file, "over the quota of the device or of all devices");
        return Optional.of(answer.tooLarge(request));
      }
      if (hasChanged(granted, outcome)) {
        shelf.remove(stored.get());
        return Optional.empty();
      }
      return Optional.of(answer.taken(request));
    } catch (IOException e) {
      return Optional.of(answer.badRequest(request, "the body cannot be read"));
    } finally {
      places.release();
    }
  }

  /** Hands a phone what it has sent itself, as far as that may come back. */
  ProvisioningResponse give(Granted granted, ProvisioningRequest request, String file) {
    UploadKind kind = kind(granted, file);
    if (kind == UploadKind.LOG || (kind == UploadKind.OVERRIDES && !acceptsOverrides)) {
      return answer.notFound(request);
    }
    if (!places.tryAcquire()) {
      return answer.unavailable(request, AFTER_BUSY);
    }
    try {
      Optional<byte[]> stored = shelf.find(granted.identity(), canonical(file));
      Optional<Rendered> fit =
          kind == UploadKind.CONTENT
              ? stored.map(bytes -> new Rendered(bytes, CONTENT_TYPE))
              : stored
                  .flatMap(brand(granted).renderer()::withoutReserved)
                  .map(bytes -> new Rendered(bytes, brand(granted).traits().contentType()));
      if (fit.isEmpty()) {
        return answer.notFound(request);
      }
      if (!request.secure()) {
        // it may hold passwords, like the device file
        tell(EventType.INSECURE, granted, request, file);
        return answer.insecure(request);
      }
      return answer.fileOrNotModified(request, fit.get());
    } finally {
      places.release();
    }
  }

  private Optional<String> unwanted(Granted granted, Credential own, String file) {
    if (!Located.takesUploads(granted.role())) {
      return Optional.of("phones of this brand do not send it");
    }
    UploadKind kind = kind(granted, file);
    if (kind == UploadKind.OVERRIDES && !acceptsOverrides) {
      return Optional.of("overrides are not accepted here");
    }
    return kind != UploadKind.LOG && isOfFormerLife(granted.look().access(), own)
        ? Optional.of("the phone is about to be reset")
        : Optional.empty();
  }

  /** Whether the phone is to begin anew, and what it sends now must not come back to it then. */
  private boolean isOfFormerLife(DeviceAccess access, Credential own) {
    Instant now = setup.clock().instant();
    return access instanceof Issued issued
        ? !issued.next().equals(own)
        : access instanceof Armed armed && now.isBefore(armed.arming().end());
  }

  private UploadKind kind(Granted granted, String file) {
    return granted.role() == FileRole.PERSONAL
        ? brand(granted).renderer().uploadKind(canonical(file))
        : UploadKind.LOG;
  }

  private Brand brand(Granted granted) {
    return setup.brands().get(granted.identity().brand());
  }

  /**
   * Whether somebody else has written the device's access since it was permitted. Asked after the
   * upload was stored: who purges does so after that write, so one of the two sees the other.
   */
  private boolean hasChanged(Granted granted, Outcome outcome) {
    long permitted = granted.page().orElseThrow().row().version();
    long expected = outcome == Outcome.STORED ? permitted + 1 : permitted;
    return setup
        .book()
        .find(granted.identity().mac())
        .filter(page -> page.row().version() == expected)
        .isEmpty();
  }

  private void drop(Granted granted, ProvisioningRequest request, String file, String reason) {
    tell(EventType.UPLOAD_DROPPED, granted, request, file + ": " + reason);
  }

  private void tell(EventType type, Granted granted, ProvisioningRequest request, String detail) {
    setup
        .recorder()
        .refused(
            type,
            Optional.of(granted.identity().mac()),
            Optional.of(granted.identity().owner()),
            request.remote().getHostAddress(),
            detail);
  }

  /** One spelling of a name: a MAC at its beginning as digits, and lower-case letters. */
  static String canonical(String file) {
    for (int length : new int[] {12, 17}) {
      Optional<MacAddress> mac =
          file.length() < length ? Optional.empty() : MacAddress.parse(file, 0, length);
      if (mac.isPresent()) {
        return mac.get() + file.substring(length).toLowerCase(Locale.ROOT);
      }
    }
    return file.toLowerCase(Locale.ROOT);
  }
}
