package org.latchkey.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.latchkey.secret.Credential;

/** The formula of RFC 7616 section 3.4.1 for MD5 and GET, written down as it stands there. */
record Formula(
    String username, String realm, String password, String uri, String nonce, String cnonce) {

  Credential credential() {
    return Credential.of(username, password);
  }

  String header(String nc) {
    String ha1 = md5(username + ":" + realm + ":" + password);
    String ha2 = md5("GET:" + uri);
    String response = md5(String.join(":", ha1, nonce, nc, cnonce, "auth", ha2));
    return "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", cnonce=\"%s\", nc=%s, qop=auth, response=\"%s\""
        .formatted(username, realm, nonce, uri, cnonce, nc, response);
  }

  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
