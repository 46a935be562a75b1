package org.latchkey.testkit.snom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/** A small provisioning server: files, users, files for everybody, answers that beat all. */
final class Provisioner implements AutoCloseable {
  static final String MAC = "00041396D9B4";
  static final String TYPE = "snomD785.htm";
  static final String OWN = "snomD785-" + MAC + ".htm";
  static final String BASIC = "WWW-Authenticate: Basic realm=\"test\"";
  static final String DIGEST =
      "WWW-Authenticate: Digest realm=\"test\", nonce=\"n\", qop=\"auth\", algorithm=MD5";

  private static final Pattern USER = Pattern.compile("username=\"([^\"]*)\"");

  final Map<String, String> files = new ConcurrentHashMap<>();
  final Map<String, String> users = new ConcurrentHashMap<>();
  final Map<String, Deque<byte[]>> next = new ConcurrentHashMap<>();
  final Set<String> common = ConcurrentHashMap.newKeySet();
  final ScriptedServer server;
  volatile String challenge = BASIC;

  Provisioner() throws IOException {
    server = ScriptedServer.plain(this::answer);
  }

  Provisioner(ServerSocketFactory factory) throws IOException {
    server = ScriptedServer.secure(factory, this::answer);
  }

  /** A file of the D family with settings. */
  Provisioner desk(String name, String... settings) {
    return raw(
        name,
        "<settings><phone-settings e=\"2\">"
            + String.join("", settings)
            + "</phone-settings></settings>");
  }

  /** A list of further files. */
  Provisioner manifest(String name, String... urls) {
    StringBuilder text = new StringBuilder("<setting-files>");
    for (String url : urls) {
      text.append("<file url=\"").append(url).append("\"/>");
    }
    return raw(name, text.append("</setting-files>").toString());
  }

  Provisioner raw(String name, String content) {
    files.put(name, content);
    return this;
  }

  /** The file that gives a desk phone its own credential and one line. */
  Provisioner unique(String user, String password, String... more) {
    users.put(user, password);
    return desk(
        OWN,
        setting("setting_server", url()),
        pair(user, password),
        "<user_name idx=\"1\" perm=\"R\">100</user_name>",
        "<user_host idx=\"1\" perm=\"R\">sip.example</user_host>",
        String.join("", more));
  }

  static String pair(String user, String password) {
    return setting("http_client_user", user) + setting("http_client_pass", password);
  }

  static String setting(String name, String value) {
    return setting(name, value, "RW");
  }

  static String setting(String name, String value, String permission) {
    return "<" + name + " perm=\"" + permission + "\">" + value + "</" + name + ">";
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

  /** The address with a credential written into it. */
  String url(String user, String password) {
    return url().replace("://", "://" + user + ":" + password + "@");
  }

  List<Request> requests() {
    return server.requests();
  }

  List<String> targets() {
    return requests().stream().map(Request::target).toList();
  }

  private synchronized byte[] answer(Request request) {
    String file = request.file().replaceFirst("\\?.*", "");
    byte[] prepared = next.getOrDefault(file, new ArrayDeque<>()).poll();
    if (prepared != null) {
      return prepared;
    }
    if (!users.isEmpty() && !common.contains(file) && !proven(request)) {
      return ScriptedServer.reply(401, "", challenge);
    }
    String content = files.get(file);
    return content == null
        ? ScriptedServer.reply(404, "")
        : ScriptedServer.reply(200, content, "Content-Type: image/gif");
  }

  /** Of a Digest only the user counts; its hash is tested elsewhere. */
  private boolean proven(Request request) {
    String header = request.header("Authorization").orElse("");
    if (header.startsWith("Basic ")) {
      String[] pair =
          new String(Base64.getDecoder().decode(header.substring(6)), UTF_8).split(":", 2);
      return pair[1].equals(users.get(pair[0]));
    }
    Matcher matcher = USER.matcher(header);
    return matcher.find() && users.containsKey(matcher.group(1));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
