package org.latchkey.testkit.grandstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/**
 * A small provisioning server: files, users, answers that beat all. It challenges for every file of
 * a phone in XML and, unless told so, for no other.
 */
final class Provisioner implements AutoCloseable {
  static final String MAC = "c074ad150b88";
  static final String BINARY = "cfg" + MAC;
  static final String OWN = "cfg" + MAC + ".xml";
  static final String DIGEST =
      "WWW-Authenticate: Digest realm=\"test\", nonce=\"n%d\", qop=\"auth\", algorithm=MD5";
  static final String BASIC = "WWW-Authenticate: Basic realm=\"test\"";

  private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|([^,]*))");

  final Map<String, byte[]> files = new ConcurrentHashMap<>();
  final Map<String, String> users = new ConcurrentHashMap<>();
  final Map<String, Deque<byte[]>> next = new ConcurrentHashMap<>();
  final ScriptedServer server;
  volatile String[] challenge = {DIGEST, BASIC};
  volatile boolean guardsAll;
  private int nonce;

  Provisioner() throws IOException {
    server = ScriptedServer.plain(this::answer);
  }

  Provisioner(ServerSocketFactory tls) throws IOException {
    server = ScriptedServer.secure(tls, this::answer);
  }

  Provisioner file(String name, String content) {
    files.put(name, content.getBytes(UTF_8));
    return this;
  }

  /** A file with P numbers; values as {@code P271=1}. */
  Provisioner numbered(String name, String... values) {
    return file(name, gs("<config version=\"1\">" + elements(values) + "</config>"));
  }

  /** A file with names; values as {@code a.b=1}. */
  Provisioner named(String name, String... values) {
    StringBuilder items = new StringBuilder();
    for (String value : values) {
      String[] pair = value.split("=", 2);
      items.append("<item name=\"" + pair[0] + "\">" + pair[1] + "</item>");
    }
    return file(name, gs("<config version=\"2\">" + items + "</config>"));
  }

  static String elements(String... values) {
    StringBuilder elements = new StringBuilder();
    for (String value : values) {
      String[] pair = value.split("=", 2);
      elements.append("<" + pair[0] + ">" + pair[1] + "</" + pair[0] + ">");
    }
    return elements.toString();
  }

  static String gs(String inner) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<gs_provision version=\"1\">"
        + inner
        + "</gs_provision>";
  }

  /** The file that gives a phone its own credential and one line. */
  Provisioner unique(String user, String password) {
    users.put(user, password);
    return numbered(OWN, "P1360=" + user, "P1361=" + password, "P271=1", "P35=100");
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

  /** The server path as P237 has it. */
  String path() {
    return server.authority() + "/cfg";
  }

  List<Request> requests() {
    return server.requests();
  }

  List<String> targets() {
    return requests().stream().map(Request::target).toList();
  }

  private synchronized byte[] answer(Request request) {
    byte[] prepared = next.getOrDefault(request.file(), new ArrayDeque<>()).poll();
    if (prepared != null) {
      return prepared;
    }
    boolean guarded = guardsAll || request.file().matches("cfg[0-9a-f]{12}\\.xml");
    if (!users.isEmpty() && guarded && !proven(request)) {
      nonce++;
      return ScriptedServer.reply(401, "", lines());
    }
    byte[] content = files.get(request.file());
    if (content == null) {
      return ScriptedServer.reply(404, "");
    }
    return request.header("Range").map(r -> piece(content, r)).orElse(bytes(200, content));
  }

  private String[] lines() {
    return Arrays.stream(challenge)
        .map(c -> c.replace("%d", String.valueOf(nonce)))
        .toArray(String[]::new);
  }

  private static byte[] piece(byte[] content, String range) {
    String[] ends = range.substring("bytes=".length()).split("-", -1);
    int from = Integer.parseInt(ends[0]);
    int last = content.length - 1;
    int to = ends[1].isEmpty() ? last : Math.min(Integer.parseInt(ends[1]), last);
    return bytes(
        206,
        Arrays.copyOfRange(content, from, to + 1),
        "Content-Range: bytes " + from + "-" + to + "/" + content.length);
  }

  static byte[] bytes(int status, byte[] body, String... headers) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String head = "HTTP/1.1 " + status + " Text\r\nContent-Length: " + body.length + "\r\n";
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return (head + more + "\r\n" + text).getBytes(StandardCharsets.ISO_8859_1);
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
    Optional<String> password = Optional.ofNullable(users.get(given.getOrDefault("username", "")));
    if (password.isEmpty() || !given.getOrDefault("nonce", "").equals("n" + nonce)) {
      return false;
    }
    String a1 = md5(given.get("username") + ":" + given.get("realm") + ":" + password.get());
    String a2 = md5(request.method() + ":" + request.target());
    String proof =
        md5(String.join(":", a1, given.get("nonce"), "00000001", given.get("cnonce"), "auth", a2));
    return request.target().equals(given.get("uri"))
        && "00000001".equals(given.get("nc"))
        && proof.equals(given.get("response"));
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
