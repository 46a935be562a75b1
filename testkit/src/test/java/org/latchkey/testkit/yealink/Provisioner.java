package org.latchkey.testkit.yealink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/** A small provisioning server: files, users, and answers that override both. */
final class Provisioner implements AutoCloseable {
  static final String MAC = "001565aabbcc";
  static final String FIRST_LINE = "#!version:1.0.0.1\n";
  static final String DIGEST =
      "WWW-Authenticate: Digest realm=\"test\", nonce=\"n%d\", qop=\"auth\", algorithm=MD5";
  static final String BASIC = "WWW-Authenticate: Basic realm=\"test\"";

  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,]*))");

  final Map<String, String> files = new ConcurrentHashMap<>();
  final Map<String, String> users = new ConcurrentHashMap<>();
  final Map<String, Deque<byte[]>> next = new ConcurrentHashMap<>();
  final Map<String, String> uploads = new ConcurrentHashMap<>();
  final ScriptedServer server;
  volatile String challenge = DIGEST;
  volatile int staleAfter = Integer.MAX_VALUE;
  private int nonce;
  private int proofs;

  Provisioner() throws IOException {
    server = ScriptedServer.plain(this::answer);
  }

  Provisioner(ServerSocketFactory tls) throws IOException {
    server = ScriptedServer.secure(tls, this::answer);
  }

  Provisioner file(String name, String... lines) {
    files.put(name, FIRST_LINE + String.join("\n", lines) + "\n");
    return this;
  }

  Provisioner user(String user, String password) {
    users.put(user, password);
    return this;
  }

  /** The next requests for the file get these answers, whoever asks. */
  Provisioner next(String name, byte[]... answers) {
    next.computeIfAbsent(name, n -> new ArrayDeque<>()).addAll(Arrays.asList(answers));
    return this;
  }

  String url() {
    return server.url("/cfg/");
  }

  List<Request> requests() {
    return server.requests();
  }

  private synchronized byte[] answer(Request request) {
    byte[] prepared = next.getOrDefault(request.file(), new ArrayDeque<>()).poll();
    if (prepared != null) {
      return prepared;
    }
    if (!users.isEmpty() && !request.file().endsWith(".boot")) {
      if (!proven(request)) {
        return refuse("");
      }
      proofs++;
      if (proofs > staleAfter) {
        staleAfter = Integer.MAX_VALUE;
        return refuse(", stale=true");
      }
    }
    if (!request.method().equals("GET")) {
      uploads.put(request.method() + " " + request.file(), request.body());
      return ScriptedServer.reply(201, "");
    }
    String content = files.get(request.file());
    return content == null
        ? ScriptedServer.reply(404, "no such file")
        : ranged(content, request.header("Range"));
  }

  private byte[] refuse(String more) {
    nonce++;
    return ScriptedServer.reply(401, "", challenge.replace("%d", String.valueOf(nonce)) + more);
  }

  private static byte[] ranged(String content, Optional<String> range) {
    if (range.isEmpty()) {
      return ScriptedServer.reply(200, content, "ETag: \"" + content.hashCode() + "\"");
    }
    String[] ends = range.get().substring("bytes=".length()).split("-", -1);
    int from = Integer.parseInt(ends[0]);
    int to = Math.min(Integer.parseInt(ends[1]), content.length() - 1);
    return ScriptedServer.reply(
        206,
        content.substring(from, to + 1),
        "Content-Range: bytes " + from + "-" + to + "/" + content.length());
  }

  private boolean proven(Request request) {
    String header = request.header("Authorization").orElse("");
    if (header.startsWith("Basic ")) {
      String[] pair =
          new String(Base64.getDecoder().decode(header.substring(6)), UTF_8).split(":", 2);
      return pair[1].equals(users.get(pair[0]));
    }
    Map<String, String> given = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(header);
    while (matcher.find()) {
      given.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
    }
    String password = users.get(given.getOrDefault("username", ""));
    if (password == null || !given.getOrDefault("nonce", "").equals("n" + nonce)) {
      return false;
    }
    String a1 = md5(given.get("username") + ":" + given.get("realm") + ":" + password);
    String a2 = md5(request.method() + ":" + request.target());
    String expected =
        md5(
            String.join(
                ":", a1, given.get("nonce"), given.get("nc"), given.get("cnonce"), "auth", a2));
    return request.target().equals(given.get("uri")) && expected.equals(given.get("response"));
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
