package org.latchkey.testkit.polycom;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/** A small provisioning server: files, users, uploads that come back, answers that beat all. */
final class Provisioner implements AutoCloseable {
  static final String MAC = "0004f2aabbcc";
  static final String OWN = "phone" + MAC + ".cfg";
  static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
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
  volatile boolean keepsUploads = true;
  private int nonce;

  Provisioner() throws IOException {
    server = ScriptedServer.plain(this::answer);
  }

  /** A master file for all phones that lists the given files. */
  Provisioner master(String configFiles, String... more) {
    files.put(
        "000000000000.cfg",
        XML
            + "<APPLICATION APP_FILE_PATH=\"\" CONFIG_FILES=\""
            + configFiles
            + "\" "
            + String.join(" ", more)
            + "/>");
    return this;
  }

  /** A parameter file of one element. */
  Provisioner file(String name, String... attributes) {
    files.put(
        name, XML + "<PHONE_CONFIG><ALL " + String.join("\n", attributes) + "/></PHONE_CONFIG>");
    return this;
  }

  /** The file that gives a phone its own credential and one line. */
  Provisioner unique(String user, String password) {
    users.put(user, password);
    return file(
        OWN,
        "device.set=\"1\"",
        flash("device.prov.user", user),
        flash("device.prov.password", password),
        "reg.1.address=\"100\"");
  }

  static String flash(String name, String value) {
    return name + "=\"" + value + "\" " + name + ".set=\"1\"";
  }

  Provisioner user(String user, String password) {
    users.put(user, password);
    return this;
  }

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
    if (!users.isEmpty() && !proven(request)) {
      nonce++;
      String line = challenge.replace("%d", String.valueOf(nonce));
      return ScriptedServer.reply(401, "", line);
    }
    if (request.method().equals("PUT")) {
      uploads.put(request.file(), request.body());
      if (keepsUploads) {
        files.put(request.file(), request.body());
      }
      return ScriptedServer.reply(keepsUploads ? 201 : 405, "");
    }
    String content = files.get(request.file());
    return content == null
        ? ScriptedServer.reply(404, "")
        : ScriptedServer.reply(200, request.method().equals("HEAD") ? "" : content);
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
