package org.latchkey;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.auth.Authorization;
import org.latchkey.auth.Authorization.Basic;
import org.latchkey.auth.Authorization.Digest;
import org.latchkey.auth.Authorization.Malformed;
import org.latchkey.auth.Authorization.None;
import org.latchkey.auth.DigestAlgorithm;
import org.latchkey.secret.Secret;

/** {@code Authorization} headers read a second way: by the patterns of RFC 9110, 7616 and 7617. */
final class ReferenceAuthorization {
  private static final Malformed MALFORMED = new Malformed("by the reference");
  private static final Pattern SCHEME =
      Pattern.compile("(basic|digest)(?:[\\x00- ].*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final Pattern TOKEN68 =
      Pattern.compile("(?:[\\w+/&&[^_]]{4})*+(?:[\\w+/&&[^_]]{2}(?:==)?|[\\w+/&&[^_]]{3}=?)?");
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
  private static final Pattern FIELD =
      Pattern.compile(
          "("
              + TOKEN
              + ")[ \t]*+=[ \t]*+(?:("
              + TOKEN
              + ")|\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\")"
              + "[ \t]*+(?:,[ \t,]*+|$(?!\n))",
          Pattern.DOTALL);
  private static final Set<String> KNOWN =
      Set.of(
          "username",
          "realm",
          "nonce",
          "uri",
          "response",
          "algorithm",
          "cnonce",
          "qop",
          "nc",
          "userhash");

  private ReferenceAuthorization() {}

  /** What a header says; every malformed one is equal to {@link #MALFORMED} by its type only. */
  static Authorization read(String value) {
    String header = value.strip();
    if (header.length() > 4_096) {
      return MALFORMED;
    }
    Matcher scheme = SCHEME.matcher(header);
    if (!scheme.matches()) {
      return new None();
    }
    String rest = header.substring(scheme.end(1));
    return scheme.group(1).equalsIgnoreCase("basic")
        ? basic(rest.strip()).orElse(MALFORMED)
        : fields(rest).flatMap(ReferenceAuthorization::digest).orElse(MALFORMED);
  }

  private static Optional<Authorization> basic(String token) {
    if (!TOKEN68.matcher(token).matches()) {
      return Optional.empty();
    }
    byte[] bytes = base64(token.replace("=", ""));
    String pair = new String(bytes, StandardCharsets.UTF_8);
    String[] halves = pair.split(":", 2);
    boolean good =
        Arrays.equals(pair.getBytes(StandardCharsets.UTF_8), bytes)
            && halves.length == 2
            && !Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f]").matcher(pair).find();
    return good ? Optional.of(new Basic(halves[0], Secret.of(halves[1]))) : Optional.empty();
  }

  private static byte[] base64(String digits) {
    byte[] bytes = new byte[digits.length() * 6 / 8];
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      int six = BASE64.indexOf(digits.charAt(bit / 6));
      int one = (six >> (5 - bit % 6)) & 1;
      bytes[bit / 8] |= (byte) (one << (7 - bit % 8));
    }
    return bytes;
  }

  /** The fields by their names in lower case; empty if there are no such or one stands twice. */
  private static Optional<Map<String, String>> fields(String rest) {
    Map<String, String> fields = new HashMap<>();
    String list = rest.replaceFirst("^[ \t,]*+", "");
    Matcher field = FIELD.matcher(list);
    int at = 0;
    while (at < list.length()) {
      if (!field.find(at) || field.start() != at) {
        return Optional.empty();
      }
      at = field.end();
      String name = field.group(1).toLowerCase(Locale.ROOT);
      String value =
          field.group(2) != null ? field.group(2) : field.group(3).replaceAll("(?s)\\\\(.)", "$1");
      boolean twice = fields.put(name, value) != null && KNOWN.contains(name);
      if (twice || !value.matches("[ -~]*")) {
        return Optional.empty();
      }
    }
    return Optional.of(fields);
  }

  private static Optional<Authorization> digest(Map<String, String> fields) {
    String response = fields.getOrDefault("response", "").toLowerCase(Locale.ROOT);
    String nc = fields.getOrDefault("nc", "");
    DigestAlgorithm algorithm;
    switch (fields.getOrDefault("algorithm", "").toLowerCase(Locale.ROOT)) {
      case "", "md5" -> algorithm = DigestAlgorithm.MD5;
      case "sha-256" -> algorithm = DigestAlgorithm.SHA_256;
      default -> {
        return Optional.empty();
      }
    }
    boolean good =
        Set.of("username", "nonce", "uri", "cnonce").stream()
                .noneMatch(name -> fields.getOrDefault(name, "").isEmpty())
            && fields.getOrDefault("qop", "").equalsIgnoreCase("auth")
            && !fields.getOrDefault("userhash", "").equalsIgnoreCase("true")
            && response.matches(algorithm == DigestAlgorithm.MD5 ? "[0-9a-f]{32}" : "[0-9a-f]{64}")
            && nc.matches("(?!0{8})[0-9A-Fa-f]{8}");
    return good
        ? Optional.of(
            new Digest(
                fields.get("username"),
                fields.getOrDefault("realm", ""),
                fields.get("nonce"),
                fields.get("uri"),
                algorithm,
                Long.parseLong(nc, 16),
                nc,
                fields.get("cnonce"),
                response))
        : Optional.empty();
  }
}
