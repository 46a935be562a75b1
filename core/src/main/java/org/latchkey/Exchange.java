package org.latchkey;

import java.time.Duration;
import java.util.Optional;
import org.latchkey.Permitted.Busy;
import org.latchkey.Permitted.Dropped;
import org.latchkey.Permitted.Granted;
import org.latchkey.Permitted.Insecure;
import org.latchkey.Permitted.Nameless;
import org.latchkey.Permitted.NotFound;
import org.latchkey.Permitted.Paced;
import org.latchkey.Permitted.Refused;
import org.latchkey.Settle.Outcome;
import org.latchkey.Verified.Global;
import org.latchkey.Verified.Own;
import org.latchkey.brand.FileRole;
import org.latchkey.device.MacAddress;
import org.latchkey.error.RenderException;
import org.latchkey.event.EventType;
import org.latchkey.internal.HarvestGuard;
import org.latchkey.internal.Recorder;
import org.latchkey.pass.Decision;
import org.latchkey.pass.Source;

/**
 * What happens once a credential was shown: Permit, Render, Settle, and again from Permit when
 * somebody else was faster.
 */
final class Exchange {
  private static final int ATTEMPTS = 3;
  private static final Duration AFTER_LOST_RACES = Duration.ofSeconds(2);
  private static final Duration AFTER_RENDER_FAILURE = Duration.ofMinutes(5);

  private final Verify verify;
  private final Permit permit;
  private final FirstFiles firstFiles;
  private final Render render;
  private final Settle settle;
  private final Uploads uploads;
  private final Files files;
  private final Books books;
  private final Answer answer;
  private final Recorder recorder;
  private final HarvestGuard harvest;

  Exchange(
      Verify verify,
      Permit permit,
      FirstFiles firstFiles,
      Render render,
      Settle settle,
      Uploads uploads,
      Files files,
      Books books,
      Answer answer,
      Recorder recorder,
      HarvestGuard harvest) {
    this.verify = verify;
    this.permit = permit;
    this.firstFiles = firstFiles;
    this.render = render;
    this.settle = settle;
    this.uploads = uploads;
    this.files = files;
    this.books = books;
    this.answer = answer;
    this.recorder = recorder;
    this.harvest = harvest;
  }

  ProvisioningResponse exchange(Verified first, Located located, ProvisioningRequest asked) {
    ProvisioningRequest request =
        Permit.isUpload(asked.method()) ? asked.with(new RememberedBody(asked.body())) : asked;
    Verified verified = first;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<ProvisioningResponse> response = attempt(verified, located, request);
      if (response.isPresent()) {
        return response.get();
      }
      verified =
          new Verified(
              verified.proof(),
              verified.mac(),
              verified.mac().map(verify::look).orElse(Verified.Stored.NOTHING),
              verified.cost());
    }
    return answer.unavailable(request, AFTER_LOST_RACES);
  }

  /** One attempt; empty if it must be made again with what is stored now. */
  private Optional<ProvisioningResponse> attempt(
      Verified verified, Located located, ProvisioningRequest request) {
    Permitted permitted = permit.permit(verified, located, request);
    if (permitted instanceof Granted granted) {
      return grant(granted, verified, located, request);
    }
    if (permitted instanceof Busy busy) {
      settle.settle(busy.identity().mac(), busy.page(), busy.access(), busy.mark(), false);
      return Optional.of(answer.unavailable(request, busy.retryAfter()));
    }
    if (permitted instanceof Nameless nameless) {
      return Optional.of(nameless(nameless, located, request));
    }
    if (permitted instanceof Refused) {
      verified.cost().level();
      Optional<Rendered> nothing =
          verified.proof() instanceof Global ? firstFiles.nothing(located) : Optional.empty();
      if (nothing.isPresent()) {
        return nothing.map(file -> answer.fileOrNotModified(request, file));
      }
    }
    return Optional.of(refusal(permitted, located, request));
  }

  private ProvisioningResponse nameless(
      Nameless nameless, Located located, ProvisioningRequest request) {
    Optional<Rendered> stub = firstFiles.stub(located, nameless.pass());
    if (stub.isPresent()) {
      // it repeats what was shown
      return request.secure() ? answer.file(request, stub.get()) : answer.insecure(request);
    }
    return firstFiles
        .nothing(located)
        .map(file -> answer.fileOrNotModified(request, file))
        .orElseGet(() -> answer.notFound(request));
  }

  private ProvisioningResponse refusal(
      Permitted permitted, Located located, ProvisioningRequest request) {
    if (permitted instanceof NotFound) {
      return answer.notFound(request);
    }
    if (permitted instanceof Paced paced) {
      return answer.overLimit(request, located, paced.retryAfter());
    }
    if (permitted instanceof Insecure) {
      return answer.insecure(request);
    }
    if (permitted instanceof Dropped) {
      return answer.taken(request);
    }
    assert permitted instanceof Refused : permitted;
    return answer.unauthorized(located, request, false);
  }

  private Optional<ProvisioningResponse> grant(
      Granted granted, Verified verified, Located located, ProvisioningRequest request) {
    if (Permit.isUpload(request.method())) {
      return settled(granted, granted.look(), verified, located, request)
          .flatMap(
              outcome ->
                  verified.proof() instanceof Own own
                      ? uploads.take(granted, outcome, own.credential(), request, located.name())
                      : Optional.of(answer.taken(request)));
    }
    try {
      return granted.role() == FileRole.DEVICE
          ? file(granted, verified, located, request)
          : otherFile(granted, verified, located, request);
    } catch (RenderException e) {
      MacAddress mac = granted.identity().mac();
      recorder.happened(
          EventType.RENDER_FAILED,
          mac,
          Optional.of(granted.identity().owner()),
          request.remote().getHostAddress(),
          String.valueOf(e.getMessage()));
      return Optional.of(answer.unavailable(request, AFTER_RENDER_FAILURE));
    }
  }

  /**
   * What the brand makes goes to whoever may have the device file; phone books and what the phone
   * has sent itself only to its own credential. Asking for the latter with that proves it.
   */
  private Optional<ProvisioningResponse> otherFile(
      Granted granted, Verified verified, Located located, ProvisioningRequest request) {
    boolean own = verified.proof() instanceof Own;
    Optional<Rendered> book =
        own ? books.find(granted.identity(), granted.look().access(), located) : Optional.empty();
    Optional<Rendered> made =
        book.isEmpty() && granted.role() == FileRole.PERSONAL
            ? render.personal(granted.identity(), granted.look().access(), located.name())
            : book;
    return settled(granted, granted.look(), verified, located, request)
        .map(
            outcome ->
                made.isPresent()
                    ? answer.fileOrNotModified(request, made.get())
                    : granted.role() == FileRole.FIRMWARE
                        ? files.give(located, request, own)
                        : own
                            ? uploads.give(granted, request, located.name())
                            : answer.notFound(request));
  }

  private Optional<ProvisioningResponse> file(
      Granted granted, Verified verified, Located located, ProvisioningRequest request) {
    // HEAD and 304 hold no secret: they cost nothing of the pass
    boolean head = request.method().equals("HEAD");
    Optional<Rendered> rendered =
        render.render(granted.identity(), head ? granted.look() : granted.delivery());
    if (rendered.isEmpty()) {
      return Optional.empty();
    }
    Rendered file = rendered.get();
    boolean notModified = Answer.isNotModified(request, file);
    Decision decision = head || notModified ? granted.look() : granted.delivery();
    return settled(granted, decision, verified, located, request)
        .map(
            outcome ->
                notModified ? answer.notModified(request, file) : answer.file(request, file));
  }

  /** Stores a decision and tells what happened; empty if the race was lost. */
  private Optional<Outcome> settled(
      Granted granted,
      Decision decision,
      Verified verified,
      Located located,
      ProvisioningRequest request) {
    MacAddress mac = granted.identity().mac();
    boolean own = verified.proof() instanceof Own;
    Outcome outcome = settle.settle(mac, granted.page(), granted.access(), decision, own);
    if (outcome == Outcome.LOST) {
      return Optional.empty();
    }
    Source source = Source.of(request.remote());
    if (own) {
      recorder.ownUsed(mac, source);
      harvest.proved(source, granted.identity().owner());
    }
    if (outcome == Outcome.UNSTORED) {
      note(
          EventType.STORE_FAILED,
          granted,
          source,
          "the proof is not stored; the next request proves again");
      return Optional.of(outcome);
    }
    if (isOfAnotherModel(granted, located)) {
      note(EventType.WRONG_MODEL, granted, source, located.product().orElseThrow().model());
    }
    if (granted.role() == FileRole.DEVICE || outcome == Outcome.STORED) {
      for (EventType event : decision.events()) {
        recorder.happened(
            event, mac, Optional.of(granted.identity().owner()), source.toString(), located.name());
      }
    }
    return Optional.of(outcome);
  }

  private void note(EventType type, Granted granted, Source source, String detail) {
    recorder.refused(
        type,
        Optional.of(granted.identity().mac()),
        Optional.of(granted.identity().owner()),
        source.toString(),
        detail);
  }

  /** Whether the header names a model of the brand's table, and not that of the inventory. */
  private static boolean isOfAnotherModel(Granted granted, Located located) {
    String entered = granted.identity().model();
    return located
        .headerBrand()
        .flatMap(brand -> brand.models().find(located.product().orElseThrow().model()))
        .filter(model -> !model.name().equalsIgnoreCase(entered))
        .isPresent();
  }
}
