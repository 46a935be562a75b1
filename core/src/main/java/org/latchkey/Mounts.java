package org.latchkey;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The paths at which Latchkey answers, and the one that phones know: they differ behind a proxy
 * that rewrites paths.
 *
 * @param publicPath path of the public URL without a slash at its end
 * @param paths paths of requests as they arrive, without a slash at their end, longest first
 */
record Mounts(String publicPath, List<String> paths) {

  /** The end of a target behind the longest path that begins it. */
  Optional<String> fileOf(String target) {
    return paths.stream()
        .filter(target::startsWith)
        .findFirst()
        .map(path -> target.substring(path.length()));
  }

  /**
   * Whether a Digest's {@code uri} means the request: as it arrived, as the phone knows it, or with
   * scheme and host before it (RFC 7616 section 3.4.6). Some containers do not tell a query that is
   * empty from none.
   */
  boolean isTarget(String uri, ProvisioningRequest request) {
    int scheme = uri.startsWith("http://") ? 7 : uri.startsWith("https://") ? 8 : -1;
    int path = scheme < 0 ? 0 : uri.indexOf('/', scheme);
    if (path < 0) {
      return false;
    }
    String asked = withoutEmptyQuery(uri.substring(path));
    return asked.equals(withoutEmptyQuery(request.target()))
        || asked.equals(withoutEmptyQuery(publicPath + request.file()));
  }

  private static String withoutEmptyQuery(String target) {
    int last = target.length() - 1;
    return last >= 0 && target.indexOf('?') == last ? target.substring(0, last) : target;
  }

  static String pathOf(URI url) {
    return withoutSlash(url.getRawPath());
  }

  static String withoutSlash(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
