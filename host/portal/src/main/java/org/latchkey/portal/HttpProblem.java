package org.latchkey.portal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.latchkey.error.AlreadyExistsException;
import org.latchkey.error.ForbiddenException;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LatchkeyException;
import org.latchkey.error.LostRaceException;
import org.latchkey.error.NotFoundException;
import org.latchkey.error.RenderException;
import org.latchkey.error.StateConflictException;
import org.latchkey.error.UnsupportedActionException;

/** What a call answers instead of a result (RFC 9457). */
final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The HTTP status. */
  private final int status;

  /** What is wrong here. */
  private final String detail;

  /** The offending field's path. */
  private final @Nullable String field;

  private HttpProblem(int status, String detail, @Nullable String field) {
    super(detail, null, false, false);
    this.status = status;
    this.detail = detail;
    this.field = field;
  }

  HttpProblem(int status, String detail) {
    this(status, detail, null);
  }

  static HttpProblem of(LatchkeyException e) {
    String detail = String.valueOf(e.getMessage());
    if (e instanceof InvalidValueException invalid) {
      return new HttpProblem(400, invalid.problem(), invalid.field());
    }
    if (e instanceof RenderException render) {
      return new HttpProblem(400, detail, render.parameter());
    }
    if (e instanceof NotFoundException) {
      return new HttpProblem(404, detail);
    }
    if (e instanceof ForbiddenException) {
      return new HttpProblem(403, detail);
    }
    if (e instanceof UnsupportedActionException) {
      return new HttpProblem(405, detail);
    }
    boolean conflict =
        e instanceof StateConflictException
            || e instanceof AlreadyExistsException
            || e instanceof LostRaceException;
    return conflict
        ? new HttpProblem(409, detail)
        : new HttpProblem(503, "a store failed; try again");
  }

  int status() {
    return status;
  }

  /** The status in words, since the type is about:blank (RFC 9457 section 4.2.1). */
  String title() {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      case 412 -> "Precondition Failed";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }

  String detail() {
    return detail;
  }

  Optional<String> field() {
    return Optional.ofNullable(field);
  }
}
