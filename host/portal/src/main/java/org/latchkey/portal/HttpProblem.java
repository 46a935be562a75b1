package org.latchkey.portal;

import java.util.Optional;
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

  /** What is wrong in general. */
  private final String title;

  /** What is wrong here. */
  private final String detail;

  /** The offending field; empty if there is none. */
  private final String field;

  HttpProblem(int status, String title, String detail, String field) {
    super(title, null, false, false);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.field = field;
  }

  HttpProblem(int status, String title, String detail) {
    this(status, title, detail, "");
  }

  static HttpProblem of(LatchkeyException e) {
    String detail = String.valueOf(e.getMessage());
    if (e instanceof InvalidValueException invalid) {
      return new HttpProblem(400, "Invalid value", invalid.problem(), invalid.field());
    }
    if (e instanceof RenderException render) {
      return new HttpProblem(400, "Cannot be written", detail, render.parameter());
    }
    if (e instanceof NotFoundException) {
      return new HttpProblem(404, "Not found", detail);
    }
    if (e instanceof ForbiddenException) {
      return new HttpProblem(403, "Forbidden", detail);
    }
    if (e instanceof UnsupportedActionException) {
      return new HttpProblem(405, "Not supported here", detail);
    }
    boolean conflict =
        e instanceof StateConflictException
            || e instanceof AlreadyExistsException
            || e instanceof LostRaceException;
    return conflict
        ? new HttpProblem(409, "Conflict", detail)
        : new HttpProblem(503, "Unavailable", "a store failed; try again");
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String detail() {
    return detail;
  }

  Optional<String> field() {
    return Optional.of(field).filter(name -> !name.isEmpty());
  }
}
