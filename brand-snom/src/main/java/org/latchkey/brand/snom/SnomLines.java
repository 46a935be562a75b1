package org.latchkey.brand.snom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;

/**
 * Accounts of the D family (Snom Service Hub, user_*): all of them are named, those without a line
 * as switched off and empty. The transport has no place but behind the outbound proxy, which is the
 * registrar itself where a line has no other.
 */
final class SnomLines {
  private static final Map<String, String> CODECS =
      Map.of(
          "g722", "g722",
          "pcma", "pcma",
          "pcmu", "pcmu",
          "g729", "g729",
          "g723", "g723",
          "g726-32", "g726-32");
  private static final String TONES = "telephone-event";
  private static final String CODEC_LIST = "audio.codecs";
  private static final List<String> BACKUP =
      List.of("sip.backup.host", "sip.backup.port", "sip.backup.transport");
  private static final List<String> BACKUP_PROXY =
      List.of("sip.backup-proxy.host", "sip.backup-proxy.port");

  private SnomLines() {}

  static void add(Parameters.Builder out, Rendering rendering, SnomDialect dialect) {
    Map<Integer, Integer> indices = indices(rendering);
    for (int number = 1; number <= rendering.model().lines(); number++) {
      @Nullable Integer index = indices.get(number);
      if (index == null) {
        out.add("user_active." + number, "off", Layer.LIBRARY)
            .add("user_name." + number, "", Layer.LIBRARY)
            .addSecret("user_pass." + number, "", Layer.LIBRARY);
      } else {
        Line line = rendering.device().lines().get(index);
        add(out, line, rendering.settings());
        SnomSettings.TABLE.addLine(rendering.settings(), dialect, out, number);
      }
    }
  }

  /** Where in the list the line of each number is. */
  static Map<Integer, Integer> indices(Rendering rendering) {
    Model model = rendering.model();
    Map<Integer, Integer> indices = new HashMap<>();
    List<Line> lines = rendering.device().lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).number() > model.lines()) {
        throw new RenderException(
            Layer.DEVICE.label(),
            "lines[" + i + "].number",
            "must be 1 to "
                + model.lines()
                + " on a "
                + model.name()
                + ", was "
                + lines.get(i).number());
      }
      indices.put(lines.get(i).number(), i);
      check(lines.get(i), "lines[" + i + "].");
    }
    return indices;
  }

  private static void check(Line line, String field) {
    SnomText.check(field + "user", line.user());
    SnomText.check(field + "authUser", line.authUser());
    SnomText.check(field + "password", SnomRenderer.clear(line.password()));
    SnomText.check(field + "voicemail", line.voicemail().orElse(""));
  }

  private static void add(Parameters.Builder out, Line line, Settings settings) {
    String index = "." + line.number();
    out.add("user_active" + index, "on", Layer.DEVICE)
        .add("user_idle_text" + index, SnomText.shown(line.label()), Layer.DEVICE)
        .add("user_realname" + index, SnomText.shown(line.displayName()), Layer.DEVICE)
        .add("user_name" + index, line.user(), Layer.DEVICE)
        .add("user_pname" + index, line.authUser(), Layer.DEVICE)
        .addSecret("user_pass" + index, SnomRenderer.clear(line.password()), Layer.DEVICE)
        .add("user_host" + index, server(line.registrar()), Layer.DEVICE)
        .add("user_outbound" + index, outbound(line, settings), outboundOrigin(line, settings))
        .add("user_expiry" + index, line.expires(), Layer.DEVICE)
        .add("user_mailbox" + index, line.voicemail().orElse(""), Layer.DEVICE);
    if (settings.get("sip.srtp").isEmpty()
        && line.registrar().transport() == Registrar.Transport.TLS) {
      // keys for speech are of use only where signalling is secret, and then they should be
      out.add("user_srtp" + index, "on", Layer.LIBRARY)
          .add("user_savp" + index, "optional", Layer.LIBRARY);
    }
    List<String> codecs = codecs(settings);
    if (!codecs.isEmpty()) {
      out.add(
          "codec_priority_list" + index,
          String.join(",", codecs) + "," + TONES,
          settings.get(CODEC_LIST).origin());
    }
    Settings.Value plan = settings.get("dial.plan");
    if (!plan.isEmpty()) {
      out.add("user_dp_str" + index, SnomDialling.rules(plan.text()), plan.origin());
    }
  }

  private static List<String> codecs(Settings settings) {
    return settings.get(CODEC_LIST).words().stream()
        .filter(CODECS::containsKey)
        .map(word -> CODECS.getOrDefault(word, ""))
        .toList();
  }

  /** Servers between commas, the second for when the first is silent. */
  private static String outbound(Line line, Settings settings) {
    Registrar first = line.outboundProxy().orElse(line.registrar());
    String servers = server(first) + transport(first);
    List<String> backup = backup(line);
    Settings.Value host = settings.get(backup.get(0));
    if (line.outboundProxy().isEmpty()
        && first.transport() == Registrar.Transport.DNS
        && host.isEmpty()) {
      // the phone asks DNS for the registrar itself
      return "";
    }
    if (host.isEmpty()) {
      return servers;
    }
    Settings.Value port = settings.get(backup.get(1));
    Settings.Value how =
        backup.size() > 2 ? settings.get(backup.get(2)) : new Settings.Value("", Layer.LIBRARY);
    Registrar.Transport transport =
        how.isEmpty()
            ? first.transport()
            : Registrar.Transport.valueOf(how.text().toUpperCase(Locale.ROOT));
    int number = port.isEmpty() ? first.port() : (int) port.number();
    Registrar second = new Registrar(host.text(), number, transport);
    return servers + "," + server(second) + transport(second);
  }

  private static Layer outboundOrigin(Line line, Settings settings) {
    Layer origin = Layer.DEVICE;
    for (String name : backup(line)) {
      Settings.Value value = settings.get(name);
      if (!value.isEmpty() && !settings.get(backup(line).get(0)).isEmpty()) {
        origin = value.origin();
      }
    }
    return origin;
  }

  private static List<String> backup(Line line) {
    return line.outboundProxy().isPresent() ? BACKUP_PROXY : BACKUP;
  }

  private static String transport(Registrar server) {
    return server.transport() == Registrar.Transport.DNS
        ? ""
        : ";transport=" + server.transport().name().toLowerCase(Locale.ROOT);
  }

  static String server(Registrar server) {
    return host(server.host()) + (server.port() == 0 ? "" : ":" + server.port());
  }

  /** An address of IP version 6 stands in brackets (pbx3). */
  static String host(String host) {
    boolean bare = host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[");
    return bare ? "[" + host + "]" : host;
  }

  /** What a layer says and none of the phone's lines can be told. */
  static List<String> unsaid(Rendering rendering) {
    Settings settings = rendering.settings();
    Set<String> unsaid = new LinkedHashSet<>();
    if (codecs(settings).size() < settings.get(CODEC_LIST).words().size()) {
      unsaid.add(CODEC_LIST);
    }
    List<Line> lines = rendering.device().lines();
    for (List<String> backup : List.of(BACKUP, BACKUP_PROXY)) {
      boolean used = lines.stream().anyMatch(line -> backup(line).equals(backup));
      boolean named = !settings.get(backup.get(0)).isEmpty();
      if (!used || !named) {
        backup.stream().filter(name -> !settings.get(name).isEmpty()).forEach(unsaid::add);
      }
    }
    if (lines.isEmpty()) {
      for (String name : List.of("sip.srtp", "sip.dtmf", CODEC_LIST)) {
        List<String> said = new ArrayList<>();
        SnomSettings.addIfSaid(said, settings, name);
        unsaid.addAll(said);
      }
    }
    return List.copyOf(unsaid);
  }
}
