package org.latchkey.testkit.cisco;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/** A small provisioning server: bodies by target, users, and answers that beat both. */
final class Provisioner implements AutoCloseable {
  static final String MAC = "00562b043615";
  static final String OWN = "/cfg/" + MAC + ".xml";
  static final String DIGEST =
      "WWW-Authenticate: Digest realm=\"test\", nonce=\"n%d\", qop=\"auth\", algorithm=MD5";
  static final String BASIC = "WWW-Authenticate: Basic realm=\"test\"";

  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,]*))");

  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  final Map<String, String> users = new ConcurrentHashMap<>();
  final Set<String> open = ConcurrentHashMap.newKeySet();
  final Map<String, Deque<byte[]>> next = new ConcurrentHashMap<>();
  final Map<String, String> uploads = new ConcurrentHashMap<>();
  final ScriptedServer server;
  volatile String challenge = DIGEST;
  private int nonce;

  Provisioner() throws IOException {
    server = ScriptedServer.plain(this::answer);
  }

  /** A profile of the given elements. */
  Provisioner file(String target, String... elements) {
    files.put(target, profile(elements).getBytes(UTF_8));
    return this;
  }

  static String profile(String... elements) {
    return "<flat-profile>\n" + String.join("\n", elements) + "\n</flat-profile>\n";
  }

  static String element(String name, String value) {
    return "<" + name + " ua=\"na\">" + value + "</" + name + ">";
  }

  /** The profile that gives a phone its own credential and one line. */
  Provisioner unique(String target, String user, String password) {
    users.put(user, password);
    return file(
        target,
        element("Profile_Rule", bracket(user, password) + url("/cfg/$MA.xml")),
        element("User_ID_1_", "100"));
  }

  static String bracket(String user, String password) {
    return "[--uid " + user + " --pwd " + password + "] ";
  }

  Provisioner user(String user, String password) {
    users.put(user, password);
    return this;
  }

  Provisioner next(String target, byte[]... answers) {
    next.computeIfAbsent(target, n -> new ArrayDeque<>()).addAll(Arrays.asList(answers));
    return this;
  }

  String url(String path) {
    return server.url(path);
  }

  List<Request> requests() {
    return server.requests();
  }

  /** An answer with a body of any bytes. */
  static byte[] reply(int status, byte[] body, String... headers) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    all.writeBytes(
        ("HTTP/1.1 " + status + " Text\r\n" + lines + "Content-Length: " + body.length + "\r\n\r\n")
            .getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private synchronized byte[] answer(Request request) {
    byte[] prepared = next.getOrDefault(request.target(), new ArrayDeque<>()).poll();
    if (prepared != null) {
      return prepared;
    }
    if (!users.isEmpty() && !open.contains(request.target()) && !proven(request)) {
      nonce++;
      return ScriptedServer.reply(401, "", challenge.replace("%d", String.valueOf(nonce)));
    }
    if (request.method().equals("PUT")
        || (request.method().equals("POST") && !files.containsKey(request.target()))) {
      uploads.put(request.target(), request.body());
      return ScriptedServer.reply(200, "");
    }
    byte[] content = files.get(request.target());
    return content == null ? ScriptedServer.reply(404, "") : reply(200, content);
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
    String proof =
        String.join(":", a1, given.get("nonce"), given.get("nc"), given.get("cnonce"), "auth", a2);
    return request.target().equals(given.get("uri")) && md5(proof).equals(given.get("response"));
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
