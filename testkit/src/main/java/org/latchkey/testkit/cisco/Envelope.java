package org.latchkey.testkit.cisco;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.latchkey.testkit.phone.HttpAnswer;

/** Takes a profile's text out of what may lie around it, told by the content and not by names. */
final class Envelope {
  private static final int MAX_PROFILE = 16 << 20;

  private final CiscoSetup setup;
  private final Memory memory;

  Envelope(CiscoSetup setup, Memory memory) {
    this.setup = setup;
    this.memory = memory;
  }

  String open(HttpAnswer answer, Optional<String> key) throws CorruptProfileException {
    byte[] bytes = answer.body();
    boolean coded =
        memory.family().knowsContentCoding()
            && answer.first("Content-Encoding").filter("aes128gcm"::equalsIgnoreCase).isPresent();
    try {
      if (coded) {
        bytes = ContentCoding.open(bytes, keyingMaterial());
      } else if (SaltedFile.is(bytes)) {
        String phrase = key.orElseThrow(() -> new CorruptProfileException("no key for it"));
        bytes = SaltedFile.open(bytes, phrase, setup.keyDigest());
      }
    } catch (GeneralSecurityException e) {
      throw new CorruptProfileException("cannot be decrypted");
    }
    return new String(plain(bytes), memory.family().charset());
  }

  /** How the parameter spells its bytes is unconfirmed; this phone takes it for base64url. */
  private byte[] keyingMaterial() throws CorruptProfileException {
    try {
      return Base64.getUrlDecoder().decode(memory.get("IKM_HTTP_Encrypt_Content"));
    } catch (IllegalArgumentException e) {
      throw new CorruptProfileException("IKM_HTTP_Encrypt_Content is not base64url");
    }
  }

  private static byte[] plain(byte[] bytes) throws CorruptProfileException {
    boolean zipped = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    if (!zipped) {
      return bytes;
    }
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] all = in.readNBytes(MAX_PROFILE);
      if (in.read() >= 0) {
        throw new CorruptProfileException("larger than " + MAX_PROFILE + " bytes");
      }
      return all;
    } catch (IOException e) {
      throw new CorruptProfileException("cannot be unpacked");
    }
  }
}
