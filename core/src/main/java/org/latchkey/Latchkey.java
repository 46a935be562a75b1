package org.latchkey;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.latchkey.admin.Administration;
import org.latchkey.auth.Authorization;
import org.latchkey.auth.Authorization.Digest;
import org.latchkey.auth.Authorization.Malformed;
import org.latchkey.auth.Authorization.None;
import org.latchkey.auth.AuthorizationParser;
import org.latchkey.brand.FileRole;
import org.latchkey.device.MacAddress;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.SealException;
import org.latchkey.event.EventType;
import org.latchkey.internal.FileLinks;
import org.latchkey.internal.Knocks;
import org.latchkey.internal.Recorder;
import org.latchkey.pass.Source;
import org.latchkey.secret.Vault;
import org.latchkey.spi.CredentialStore;
import org.latchkey.spi.DeviceDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which phone may have which configuration, and hands it over.
 *
 * <p>A phone from its box knows one global one-time password, the same for every brand. It opens
 * that phone's configuration once; the configuration carries the phone's own credential, and when
 * the phone has used that, the global password is closed for it until an administrator arms the
 * phone again.
 *
 * <p>Instances are immutable and safe for use by many threads. No parameter or result is ever
 * {@code null}. Requests are answered by {@link #handle}, which never throws for anything a client
 * sends or a store does; management is {@link #administration}.
 *
 * @since 1.0
 */
public final class Latchkey {
  private static final Logger LOG = LoggerFactory.getLogger(Latchkey.class);
  private static final Duration AFTER_OVERLOAD = Duration.ofSeconds(5);
  private static final Duration AFTER_FAILURES = Duration.ofSeconds(30);
  private static final Duration AFTER_OUTAGE = Duration.ofSeconds(30);

  private final Mounts mounts;
  private final AuthorizationParser parser;
  private final Locate locate;
  private final Admit admit;
  private final Verify verify;
  private final Render render;
  private final Files files;
  private final Books books;
  private final Exchange exchange;
  private final Answer answer;
  private final Recorder recorder;
  private final Knocks knocks;
  private final Administration administration;

  Latchkey(
      Mounts mounts,
      AuthorizationParser parser,
      Locate locate,
      Admit admit,
      Verify verify,
      Render render,
      Files files,
      Books books,
      Exchange exchange,
      Answer answer,
      Recorder recorder,
      Knocks knocks,
      Administration administration) {
    this.mounts = mounts;
    this.parser = parser;
    this.locate = locate;
    this.admit = admit;
    this.verify = verify;
    this.render = render;
    this.files = files;
    this.books = books;
    this.exchange = exchange;
    this.answer = answer;
    this.recorder = recorder;
    this.knocks = knocks;
    this.administration = administration;
  }

  /**
   * Begins to build an instance with what it cannot do without.
   *
   * @param publicUrl the provisioning URL as phones know it, http or https, for example {@code
   *     https://prov.example/cfg/}
   * @param directory the host's inventory
   * @param credentials where access is kept
   * @param vault what seals it
   * @return a builder
   */
  public static LatchkeyBuilder builder(
      URI publicUrl, DeviceDirectory directory, CredentialStore credentials, Vault vault) {
    return new LatchkeyBuilder(publicUrl, directory, credentials, vault);
  }

  /**
   * Says whether a request is for Latchkey.
   *
   * @param target the request target as it was sent
   * @return the end of the target behind the provisioning path, to be given to {@link #handle} in
   *     the request's {@code file}; empty if the target is somebody else's
   */
  public Optional<String> fileOf(String target) {
    return mounts.fileOf(target).filter(file -> isSeparate(file) || locate.claims(file));
  }

  private static boolean isSeparate(String file) {
    return file.isEmpty() || file.charAt(0) == '/' || file.charAt(0) == '?';
  }

  /**
   * Answers a request. Whatever goes wrong here or in the host's stores is answered by 503, and
   * nothing is consumed.
   *
   * @param request the request
   * @return the response
   */
  public ProvisioningResponse handle(ProvisioningRequest request) {
    Optional<Located> located;
    try {
      located = locate.locate(request);
    } catch (RuntimeException e) {
      LOG.error("a brand failed to recognise a request", e);
      return answer.unavailable(request, AFTER_OUTAGE);
    }
    if (located.isEmpty()) {
      return answer.badRequest(request, "no phone asks for such a path");
    }
    if (!admit.enter()) {
      return answer.unavailable(request, AFTER_OVERLOAD);
    }
    try {
      return answer(located.get(), request);
    } catch (LatchkeyException e) {
      failed(located.get(), request, e);
      return answer.unavailable(request, AFTER_OUTAGE);
    } catch (RuntimeException e) {
      LOG.error("a request for {} could not be answered", located.get().name(), e);
      return answer.unavailable(request, AFTER_OUTAGE);
    } finally {
      admit.leave();
      recorder.flushIfDue();
      knocks.flushIfDue();
    }
  }

  private ProvisioningResponse answer(Located located, ProvisioningRequest request) {
    if (FileLinks.isLink(located.segments())) {
      return methodProblem(FileRole.FIRMWARE, request)
          .or(() -> books.byLink(located, request))
          .orElseGet(() -> files.byLink(located, request));
    }
    FileRole role = located.role();
    Optional<ProvisioningResponse> unfit = methodProblem(role, request);
    if (unfit.isPresent()) {
      return unfit.get();
    }
    if (role == FileRole.PROBE) {
      return answer.notFound(request);
    }
    Authorization offered = parser.parse(request.headers().values("Authorization"));
    if (role == FileRole.COMMON) {
      return common(offered, located, request);
    }
    if (offered instanceof None) {
      return answer.unauthorized(located, request, false);
    }
    Optional<ProvisioningResponse> unusable = problem(offered, request);
    if (unusable.isPresent()) {
      return unusable.get();
    }
    Optional<Verified> verified = verified(offered, located, request);
    if (verified.isEmpty()) {
      return answer.overLimit(request, located, AFTER_FAILURES);
    }
    return verified.get().proof() instanceof Verified.Stale
        ? answer.unauthorized(located, request, true)
        : exchange.exchange(verified.get(), located, request);
  }

  /** What an offer fits; empty if its source is over a limit, and then no store was asked. */
  private Optional<Verified> verified(
      Authorization offered, Located located, ProvisioningRequest request) {
    Source source = Source.of(request.remote());
    Optional<MacAddress> mac = located.device(offered.username());
    if (!admit.admits(source, mac, located.name())) {
      return Optional.empty();
    }
    Verified verified = verify.verify(offered, located, request);
    if (verified.proof() instanceof Verified.Wrong) {
      admit.failed(source, mac, offered, request.method());
    }
    return Optional.of(verified);
  }

  /**
   * A file for everybody: nobody is challenged, but a phone that shows its own credential proves.
   */
  private ProvisioningResponse common(
      Authorization offered, Located located, ProvisioningRequest request) {
    if (!(offered instanceof None) && problem(offered, request).isEmpty()) {
      try {
        verified(offered, located, request)
            .filter(verified -> verified.proof() instanceof Verified.Own)
            .ifPresent(verified -> exchange.exchange(verified, located, request));
      } catch (LatchkeyException e) {
        // the file needs no store, and the next request proves as well
        failed(located, request, e);
      }
    }
    return render
        .common(located)
        .map(file -> answer.fileOrNotModified(request, file))
        .orElseGet(() -> answer.notFound(request));
  }

  private Optional<ProvisioningResponse> methodProblem(FileRole role, ProvisioningRequest request) {
    // an unknown name is challenged before it is refused, whatever is done with it
    boolean takesUploads = role == FileRole.UNKNOWN || Located.takesUploads(role);
    boolean allowed =
        switch (request.method()) {
          case "GET", "HEAD" -> true;
          case "PUT", "POST" -> takesUploads;
          default -> false;
        };
    String methods = takesUploads ? "GET, HEAD, PUT, POST" : "GET, HEAD";
    return allowed ? Optional.empty() : Optional.of(answer.methodNotAllowed(request, methods));
  }

  /** Why nobody can act on an offer, if so: never 401, which would blame the credential. */
  private Optional<ProvisioningResponse> problem(
      Authorization offered, ProvisioningRequest request) {
    if (offered instanceof Malformed malformed) {
      return Optional.of(answer.badRequest(request, malformed.problem()));
    }
    if (offered instanceof Authorization.Basic && !request.secure()) {
      return Optional.of(answer.insecure(request));
    }
    if (offered instanceof Digest digest && !mounts.isTarget(digest.uri(), request)) {
      return Optional.of(
          answer.badRequest(request, "Digest credentials: uri is not the request target"));
    }
    return Optional.empty();
  }

  private void failed(Located located, ProvisioningRequest request, LatchkeyException e) {
    EventType type = e instanceof SealException ? EventType.SEAL_FAILED : EventType.STORE_FAILED;
    LOG.warn("{} while {} was asked for", type, located.name(), e);
    recorder.refused(
        type,
        located.mac(),
        Optional.empty(),
        request.remote().getHostAddress(),
        String.valueOf(e.getMessage()));
  }

  /**
   * The management of devices and their access.
   *
   * @return the administration
   */
  public Administration administration() {
    return administration;
  }

  /**
   * Hands the events and knocks that were gathered to their stores. Requests do so once a minute; a
   * host with a timer may call it more often, and should when it stops.
   */
  public void flushEvents() {
    recorder.flush();
    knocks.flush();
  }

  /**
   * The paths at which Latchkey answers.
   *
   * @return the paths, without a slash at their end
   */
  public List<String> paths() {
    return mounts.paths();
  }
}
