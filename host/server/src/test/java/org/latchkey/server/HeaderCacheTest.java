package org.latchkey.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.pass.PassPolicy;

/** What one request of a connection shows must not stand for what the next one shows. */
class HeaderCacheTest {
  @TempDir Path folder;

  @Test
  void authorization_otherLettersOnTheSameConnection_isNotTheOneBefore() throws IOException {
    ServeOptions options = new ServeOptions();
    options.port = 0;
    options.plainHttp = true;
    options.data = folder.resolve("data");
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, US_ASCII);
    Map<String, String> environment = Map.of("LATCHKEY_ADMIN_TOKEN", "SecretToken");
    try (RunningServer server =
            RunningServer.start(options, environment, PassPolicy.DEFAULTS, silent);
        Socket socket = connect(server.adminUrl());
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      assertThat(status(socket, in, "SecretToken")).isEqualTo(200);
      assertThat(status(socket, in, "SECRETTOKEN")).isEqualTo(401);
      assertThat(status(socket, in, "SecretToken")).isEqualTo(200);
    }
  }

  private static Socket connect(URI url) throws IOException {
    Socket socket = new Socket(url.getHost(), url.getPort());
    socket.setSoTimeout(30_000);
    return socket;
  }

  private static int status(Socket socket, BufferedReader in, String token) throws IOException {
    String request =
        "GET /api/v1/devices HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    int status = Integer.parseInt(in.readLine().substring(9, 12));
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring(16));
      }
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
    return status;
  }
}
