package org.latchkey.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.latchkey.caller.Caller;

/** The calls below one first segment of the API's path. */
interface Calls {

  /** The methods of a resource, as the header {@code Allow} lists them; empty if there is none. */
  Optional<String> methods(String[] path);

  /** Does a call whose resource has the request's method. */
  Reply call(Caller caller, HttpServletRequest request, String[] path);
}
