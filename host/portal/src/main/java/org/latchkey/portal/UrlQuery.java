package org.latchkey.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.latchkey.admin.UnknownNames;
import org.latchkey.caller.Caller;
import org.latchkey.error.InvalidValueException;

/** The parameters behind the question mark. */
final class UrlQuery {
  private UrlQuery() {}

  /** A parameter as it was given, also empty. */
  static Optional<String> given(HttpServletRequest request, String name) {
    try {
      return Optional.ofNullable(request.getParameter(name));
    } catch (RuntimeException e) {
      // containers disagree on the exception for a query that cannot be decoded
      throw new HttpProblem(400, "the query is not percent-encoded UTF-8");
    }
  }

  /** A parameter with something in it. */
  static Optional<String> text(HttpServletRequest request, String name) {
    return given(request, name).filter(text -> !text.isEmpty());
  }

  /** Two resellers may have a domain of one name; only a super user has to say whose it means. */
  static String reseller(Caller caller, HttpServletRequest request) {
    return text(request, "reseller")
        .or(caller::reseller)
        .orElseThrow(() -> InvalidValueException.of("reseller", "given in the query", "nothing"));
  }

  /** Whether {@code force=true} says that names of overrides need not be known. */
  static UnknownNames names(HttpServletRequest request) {
    return flag(request, "force") ? UnknownNames.TAKEN : UnknownNames.REFUSED;
  }

  /** Whether a parameter is true; it is not if it is absent. */
  static boolean flag(HttpServletRequest request, String name) {
    String flag = text(request, name).orElse("false");
    if (!flag.equals("true") && !flag.equals("false")) {
      throw InvalidValueException.of(name, "true or false", flag);
    }
    return flag.equals("true");
  }

  static int number(HttpServletRequest request, String name, int otherwise, int most) {
    Optional<String> text = text(request, name);
    int number;
    try {
      number = text.map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      number = 0;
    }
    if (number < 1 || number > most) {
      throw InvalidValueException.of(name, "1 to " + most, text.orElse(""));
    }
    return number;
  }
}
