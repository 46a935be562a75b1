package org.latchkey;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.ProvisioningResponse.Header;
import org.latchkey.secret.Credential;
import org.latchkey.secret.SecretAccess;

/** One request to a {@link Gate}, with its own arithmetic of Digest. */
final class Request {
  private final Gate gate;
  private final String method;
  private final String file;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private String remote = "192.0.2.1";
  private boolean secure = true;
  private ProvisioningRequest.Body body = ProvisioningRequest.Body.NONE;

  Request(Gate gate, String method, String file) {
    this.gate = gate;
    this.method = method;
    this.file = file;
  }

  Request from(String address) {
    remote = address;
    return this;
  }

  Request insecure() {
    secure = false;
    return this;
  }

  Request body(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return body(most -> bytes.length > most ? Optional.empty() : Optional.of(bytes));
  }

  Request body(ProvisioningRequest.Body other) {
    body = other;
    return this;
  }

  Request header(String name, String value) {
    headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    return this;
  }

  Request agent(String value) {
    return header("User-Agent", value);
  }

  Request basic(Credential credential) {
    String pair = credential.username() + ":" + clear(credential);
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  /** Lets the gate challenge, and answers its first Digest challenge. */
  Request digest(Credential credential) {
    return digest(credential, nonce(), "00000001", target());
  }

  Request digest(Credential credential, String nonce, String nc, String uri) {
    String realm = "provisioning";
    String ha1 = md5(credential.username() + ":" + realm + ":" + clear(credential));
    String ha2 = md5(method + ":" + uri);
    String response = md5(ha1 + ":" + nonce + ":" + nc + ":c0ffee:auth:" + ha2);
    return header(
        "Authorization",
        "Digest username=\""
            + credential.username()
            + "\", realm=\""
            + realm
            + "\", nonce=\""
            + nonce
            + "\", uri=\""
            + uri
            + "\", qop=auth, algorithm=MD5, nc="
            + nc
            + ", cnonce=\"c0ffee\", response=\""
            + response
            + "\"");
  }

  /** A nonce that the gate offers for this very file. */
  String nonce() {
    return offeredNonce(new Request(gate, "GET", "/" + Gate.MAC + ".cfg").send())
        .orElseThrow(() -> new AssertionError("no Digest challenge"));
  }

  static Optional<String> offeredNonce(ProvisioningResponse response) {
    for (Header header : response.headers()) {
      Matcher matcher = Pattern.compile("nonce=\"([^\"]+)\"").matcher(header.value());
      if (header.name().equals("WWW-Authenticate") && matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  String target() {
    return "/cfg" + file;
  }

  ProvisioningRequest build() {
    try {
      return new ProvisioningRequest(
          method,
          target(),
          file,
          name -> headers.getOrDefault(name, List.of()),
          InetAddress.getByName(remote),
          secure,
          List.of(),
          body);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(remote, e);
    }
  }

  ProvisioningResponse send() {
    return gate.latchkey.handle(build());
  }

  int status() {
    return send().status();
  }

  private static String clear(Credential credential) {
    return credential.password().reveal(SecretAccess.granted());
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
