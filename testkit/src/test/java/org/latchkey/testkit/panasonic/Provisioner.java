package org.latchkey.testkit.panasonic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import org.latchkey.testkit.phone.Exchange;
import org.latchkey.testkit.phone.Round;
import org.latchkey.testkit.phone.ScriptedServer;
import org.latchkey.testkit.phone.ScriptedServer.Request;

/** A small provisioning server: files, users, and answers that override both. */
final class Provisioner implements AutoCloseable {
  static final String MAC = "bcc342aabbcc";
  static final String OWN = "ConfigBCC342AABBCC.cfg";
  static final String FIRST_LINE =
      "# Panasonic SIP Phone Standard Format File # DO NOT CHANGE THIS LINE!";
  static final String PCC_LINE = "# PCC Standard Format File #";
  static final String BASIC = "WWW-Authenticate: Basic realm=\"test\"";
  static final String DIGEST =
      "WWW-Authenticate: Digest realm=\"test\", nonce=\"n\", qop=\"auth\", algorithm=MD5";

  final Map<String, String> files = new ConcurrentHashMap<>();
  final Map<String, String> users = new ConcurrentHashMap<>();
  final Map<String, Deque<byte[]>> next = new ConcurrentHashMap<>();
  final ScriptedServer server;
  volatile String challenge = BASIC;

  Provisioner() throws IOException {
    server = ScriptedServer.plain(this::answer);
  }

  Provisioner(ServerSocketFactory tls) throws IOException {
    server = ScriptedServer.secure(tls, this::answer);
  }

  /** A flat file as most families want it. */
  static String flat(String... lines) {
    return FIRST_LINE + "\r\n" + String.join("\r\n", lines) + "\r\n\r\n";
  }

  Provisioner file(String name, String... lines) {
    files.put(name, flat(lines));
    return this;
  }

  Provisioner xml(String name, String... elements) {
    files.put(name, "<PANASIPPhoneConfig>" + String.join("\n", elements) + "</PANASIPPhoneConfig>");
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

  /** An address below /cfg/ with a credential in it. */
  String url(String user, String password, String file) {
    return server.url("/cfg/" + file).replace("://", "://" + user + ":" + password + "@");
  }

  /** An address below /cfg/ without one. */
  String url(String file) {
    return server.url("/cfg/" + file);
  }

  static String path(ConfigUrl url, String address) {
    return url.parameter() + "=\"" + address + "\"";
  }

  List<Request> requests() {
    return server.requests();
  }

  /** File, status and, with a proof, the user of each request. */
  static List<String> seen(Round round) {
    return round.exchanges().stream()
        .map(e -> e.file() + " " + e.status() + e.user().map(u -> " " + u).orElse(""))
        .toList();
  }

  static List<String> asked(Round round) {
    return round.exchanges().stream().map(Exchange::file).toList();
  }

  private synchronized byte[] answer(Request request) {
    byte[] prepared = next.getOrDefault(request.file(), new ArrayDeque<>()).poll();
    if (prepared != null) {
      return prepared;
    }
    if (!users.isEmpty() && !proven(request)) {
      return ScriptedServer.reply(401, "", challenge);
    }
    String content = files.get(request.file());
    return content == null
        ? ScriptedServer.reply(404, "no such file")
        : ScriptedServer.reply(200, content);
  }

  private boolean proven(Request request) {
    String header = request.header("Authorization").orElse("");
    if (!header.startsWith("Basic ")) {
      return false;
    }
    String[] pair =
        new String(Base64.getDecoder().decode(header.substring(6)), UTF_8).split(":", 2);
    return pair[1].equals(users.get(pair[0]));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
