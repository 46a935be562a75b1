package org.latchkey.benchmarks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.Latchkey;
import org.latchkey.ProvisioningRequest;
import org.latchkey.ProvisioningResponse;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/** Requests as a Yealink phone sends them over TLS, made by other code than the measured. */
final class Asking {
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final Pattern REALM = Pattern.compile("realm=\"([^\"]+)\"");
  private static final String AGENT = "Yealink SIP-T46S 66.86.0.15 00:15:65:aa:bb:cc";

  private final Latchkey latchkey;

  Asking(Latchkey latchkey) {
    this.latchkey = latchkey;
  }

  /** GET without a credential. */
  ProvisioningRequest plain(String file) {
    return request(file, Map.of("User-Agent", List.of(AGENT)));
  }

  /** GET with the answer to the challenge that Latchkey gives now; good for an hour. */
  ProvisioningRequest digest(String file, Credential credential) {
    return request(
        file,
        Map.of(
            "User-Agent", List.of(AGENT),
            "Authorization", List.of(authorization(file, credential))));
  }

  /** The same request once more, by a phone that has a file of this tag. */
  ProvisioningRequest ifNoneMatch(ProvisioningRequest request, String tag) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : List.of("User-Agent", "Authorization")) {
      headers.put(name, request.headers().values(name));
    }
    headers.put("If-None-Match", List.of(tag));
    return request(request.file(), headers);
  }

  ProvisioningResponse send(ProvisioningRequest request, int expected) {
    ProvisioningResponse response = latchkey.handle(request);
    if (response.status() != expected) {
      throw new IllegalStateException(
          request.file() + " was answered by " + response.status() + ", not by " + expected);
    }
    return response;
  }

  static String header(ProvisioningResponse response, String name) {
    return response.headers().stream()
        .filter(header -> header.name().equals(name))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private String authorization(String file, Credential credential) {
    String challenge = header(send(plain(file), 401), "WWW-Authenticate");
    String realm = find(REALM, challenge);
    String nonce = find(NONCE, challenge);
    String target = target(file);
    String clear = credential.password().reveal(SecretAccess.granted());
    String secret = md5(credential.username() + ":" + realm + ":" + clear);
    String response = md5(secret + ":" + nonce + ":00000001:0a4f113b:auth:" + md5("GET:" + target));
    return "Digest username=\""
        + credential.username()
        + "\", realm=\""
        + realm
        + "\", nonce=\""
        + nonce
        + "\", uri=\""
        + target
        + "\", response=\""
        + response
        + "\", algorithm=MD5, cnonce=\"0a4f113b\", qop=auth, nc=00000001";
  }

  private String target(String file) {
    return latchkey.paths().get(0) + file;
  }

  private ProvisioningRequest request(String file, Map<String, List<String>> headers) {
    Map<String, List<String>> fixed = Map.copyOf(headers);
    return new ProvisioningRequest(
        "GET",
        target(file),
        file,
        name -> fixed.getOrDefault(name, List.of()),
        address(),
        true,
        List.of());
  }

  private static InetAddress address() {
    try {
      return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no Digest challenge: " + text);
    }
    return matcher.group(1);
  }

  private static String md5(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
