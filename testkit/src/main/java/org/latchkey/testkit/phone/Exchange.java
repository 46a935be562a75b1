package org.latchkey.testkit.phone;

import java.util.Locale;
import java.util.Optional;

/**
 * One request and what came of it. Holds no secret and may be printed.
 *
 * @param number counted from 1 in each call that returns a {@link Round}
 * @param method HTTP method
 * @param host host and, unless it is the default, port
 * @param target request target exactly as sent
 * @param status status code, or 0 if no complete answer was read
 * @param scheme the scheme of the proof that was sent, or empty without one
 * @param user the user name that was sent, or empty without a proof
 * @param bytes length of the body received, in bytes
 * @param md5 MD5 of the body received as lower-case hex, or the empty string without a body
 * @param etag the answer's {@code ETag}, if it had one
 * @param note what went wrong, or the empty string
 * @since 1.0
 */
public record Exchange(
    int number,
    String method,
    String host,
    String target,
    int status,
    Optional<AuthScheme> scheme,
    Optional<String> user,
    long bytes,
    String md5,
    Optional<String> etag,
    String note) {

  /**
   * Last segment of the path, without a query.
   *
   * @return the file name, possibly empty
   */
  public String file() {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * Tells whether the request carried a user name and a proof of the password.
   *
   * @return whether it was sent with an {@code Authorization} line
   */
  public boolean authenticated() {
    return user.isPresent();
  }

  @Override
  public String toString() {
    String who = user.map(u -> scheme.map(AuthScheme::token).orElse("?") + " " + u).orElse("-");
    String line =
        String.format(
            Locale.ROOT,
            "%3d %-4s %-40s %3s  %-24s %7d B  %s",
            number,
            method,
            target,
            status == 0 ? "---" : String.valueOf(status),
            who,
            bytes,
            note);
    return line.stripTrailing();
  }
}
