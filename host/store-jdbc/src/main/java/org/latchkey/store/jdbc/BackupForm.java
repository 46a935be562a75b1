package org.latchkey.store.jdbc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.latchkey.secret.Vault;

/** What writer and reader of backups share. A form once released is read for ever. */
final class BackupForm {
  static final String WHAT = "latchkey backup";
  static final int FORM = 1;
  static final ObjectMapper JSON = JsonMapper.builder().build();

  /** Proves the pass phrase before anything is read with it. */
  static final String CHECK_PURPOSE = "backup";

  private BackupForm() {}

  /** Over every line and its line feed, but the last one that carries it. */
  static Mac checksum(Vault phrase) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(phrase.subKey("backup checksum"), "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
