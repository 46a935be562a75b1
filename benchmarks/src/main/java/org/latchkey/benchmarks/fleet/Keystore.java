package org.latchkey.benchmarks.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A certificate for one run. */
final class Keystore {
  static final String PASSWORD = "not-a-secret";

  private Keystore() {}

  /** Makes it by the JDK's tool. */
  static Path make(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("tls.p12");
    Tool.run(
        List.of(
            Tool.ofJdk("keytool"),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD));
    return file;
  }
}
