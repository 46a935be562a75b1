package org.latchkey;

import java.time.Duration;
import java.util.List;

/** Step 8: responses. Bodies are short and say nothing that the status does not. */
final class Answer {
  private final Challenge challenge;

  Answer(Challenge challenge) {
    this.challenge = challenge;
  }

  /** The same bytes for every reason, nonce aside. */
  ProvisioningResponse unauthorized(Located located, ProvisioningRequest request, boolean stale) {
    ResponseBuilder response = new ResponseBuilder(401);
    for (String offer : challenge.offers(located, request.secure(), stale)) {
      response.header("WWW-Authenticate", offer);
    }
    return end(response.text("401 Unauthorized"), request);
  }

  ProvisioningResponse badRequest(ProvisioningRequest request, String problem) {
    return end(new ResponseBuilder(400).text("400 Bad Request: " + problem), request);
  }

  ProvisioningResponse insecure(ProvisioningRequest request) {
    return end(new ResponseBuilder(403).text("403 Forbidden: use https"), request);
  }

  ProvisioningResponse notFound(ProvisioningRequest request) {
    return end(new ResponseBuilder(404).text("404 Not Found"), request);
  }

  ProvisioningResponse methodNotAllowed(ProvisioningRequest request, String allowed) {
    return end(
        new ResponseBuilder(405).header("Allow", allowed).text("405 Method Not Allowed"), request);
  }

  /** A phone does not repeat this by itself, as it would a 5xx. */
  ProvisioningResponse tooLarge(ProvisioningRequest request) {
    return end(new ResponseBuilder(413).text("413 Content Too Large"), request);
  }

  ProvisioningResponse unavailable(ProvisioningRequest request, Duration retryAfter) {
    long seconds = Math.max(1, (retryAfter.toMillis() + 999) / 1000);
    return end(
        new ResponseBuilder(503)
            .header("Retry-After", Long.toString(seconds))
            .text("503 Service Unavailable"),
        request);
  }

  /** Not now, in a word that the phone understands. */
  ProvisioningResponse overLimit(
      ProvisioningRequest request, Located located, Duration retryAfter) {
    return located.repeatsServerErrors() ? notFound(request) : unavailable(request, retryAfter);
  }

  ProvisioningResponse taken(ProvisioningRequest request) {
    return end(new ResponseBuilder(200), request);
  }

  ProvisioningResponse notModified(ProvisioningRequest request, Rendered file) {
    return end(new ResponseBuilder(304).header("ETag", file.tag), request);
  }

  ProvisioningResponse file(ProvisioningRequest request, Rendered file) {
    return end(
        new ResponseBuilder(200).header("ETag", file.tag).body(file.bytes, file.type), request);
  }

  /** A file that costs nothing of the pass, or word that the phone has it already. */
  ProvisioningResponse fileOrNotModified(ProvisioningRequest request, Rendered file) {
    return isNotModified(request, file) ? notModified(request, file) : file(request, file);
  }

  static boolean isNotModified(ProvisioningRequest request, Rendered file) {
    return isAmong(request.headers().values("If-None-Match"), file.tag);
  }

  /** Whether one of the tags of an {@code If-None-Match} header is a file's. */
  static boolean isAmong(List<String> ifNoneMatch, String tag) {
    for (String header : ifNoneMatch) {
      for (String candidate : header.split(",", -1)) {
        String bare = candidate.strip();
        if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
          return true;
        }
      }
    }
    return false;
  }

  /** HEAD has the headers of GET and no body. */
  static ProvisioningResponse end(ResponseBuilder response, ProvisioningRequest request) {
    return response.build(request.method().equals("HEAD"));
  }
}
