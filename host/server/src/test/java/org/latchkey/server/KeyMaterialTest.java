package org.latchkey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyMaterialTest {
  @TempDir Path folder;

  @Test
  void selfSigned_twice_sameCertificate() throws Exception {
    Path file = folder.resolve("tls.p12");

    KeyStore first = KeyMaterial.selfSigned(file, "prov.example");
    KeyStore second = KeyMaterial.selfSigned(file, "prov.example");

    assertThat(first.getCertificate("latchkey")).isEqualTo(second.getCertificate("latchkey"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void fromPem_keyAndCertificate_sameKey() throws Exception {
    KeyStore made = KeyMaterial.selfSigned(folder.resolve("tls.p12"), "localhost");
    Key key = made.getKey("latchkey", KeyMaterial.NO_PASSWORD);
    Path keyFile = pem("key.pem", "PRIVATE KEY", key.getEncoded());
    Path chain = pem("cert.pem", "CERTIFICATE", made.getCertificate("latchkey").getEncoded());

    KeyStore read = KeyMaterial.fromPem(chain, keyFile);

    assertThat(read.getKey("latchkey", KeyMaterial.NO_PASSWORD)).isEqualTo(key);
  }

  @Test
  void fromPem_noKeyInFile_saysSo() throws Exception {
    KeyStore made = KeyMaterial.selfSigned(folder.resolve("tls.p12"), "localhost");
    Path chain = pem("cert.pem", "CERTIFICATE", made.getCertificate("latchkey").getEncoded());

    assertThatThrownBy(() -> KeyMaterial.fromPem(chain, chain)).hasMessageContaining("--tls-key");
  }

  private Path pem(String name, String type, byte[] content) throws Exception {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
  }
}
