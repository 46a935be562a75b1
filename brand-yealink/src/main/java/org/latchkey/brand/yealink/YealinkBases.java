package org.latchkey.brand.yealink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;

/**
 * What DECT bases have besides accounts (Yealink administrator guides for W52P, W60B and W80;
 * wazo_yealink, templates of W52P to W90): the handset of each account's number, which rings for
 * and calls with that account; and on the large ones templates, which name the servers.
 */
final class YealinkBases {
  private YealinkBases() {}

  static void add(Parameters.Builder out, Rendering rendering, YealinkDialect dialect) {
    if (!dialect.isBase()) {
      return;
    }
    List<Servers> templates = new ArrayList<>();
    for (Line line : rendering.device().lines()) {
      if (dialect.has(YealinkQuirk.SERVERS_IN_TEMPLATES)) {
        Servers servers = Servers.of(line);
        if (!templates.contains(servers)) {
          templates.add(servers);
          addTemplate(out, templates.size(), servers, rendering.settings());
        }
        String chosen = "account." + line.number() + ".sip_server.template";
        out.add(chosen, templates.indexOf(servers) + 1, Layer.DEVICE);
      }
      addHandset(out, line);
    }
  }

  /** What lines must have in common to share a template. */
  private record Servers(
      Registrar registrar, int transport, Optional<Registrar> proxy, int expires) {
    static Servers of(Line line) {
      return new Servers(
          line.registrar(), YealinkAccounts.transport(line), line.outboundProxy(), line.expires());
    }
  }

  private static void addTemplate(
      Parameters.Builder out, int number, Servers servers, Settings settings) {
    String template = "template." + number + ".";
    String first = template + "sip_server.1.";
    out.add(template + "name", servers.registrar().host(), Layer.DEVICE)
        .add(first + "address", servers.registrar().host(), Layer.DEVICE)
        .add(first + "port", servers.registrar().port(), Layer.DEVICE)
        .add(first + "transport_type", servers.transport(), Layer.DEVICE)
        .add(first + "expires", servers.expires(), Layer.DEVICE);
    addIfSet(out, first + "retry_counts", settings.get("sip.attempts"));
    String second = template + "sip_server.2.";
    Settings.Value backup = settings.get("sip.backup.host");
    out.add(second + "address", backup.text(), backup.origin());
    addIfSet(out, second + "port", settings.get("sip.backup.port"));
    addIfSet(out, second + "transport_type", transport(settings.get("sip.backup.transport")));
    out.add(template + "outbound.enable", servers.proxy().isPresent() ? 1 : 0, Layer.DEVICE);
    servers
        .proxy()
        .ifPresent(
            proxy ->
                out.add(template + "outbound.1.address", proxy.host(), Layer.DEVICE)
                    .add(template + "outbound.1.port", proxy.port(), Layer.DEVICE));
    Settings.Value other = settings.get("sip.backup-proxy.host");
    out.add(template + "outbound.2.address", other.text(), other.origin());
    addIfSet(out, template + "outbound.2.port", settings.get("sip.backup-proxy.port"));
  }

  private static Settings.Value transport(Settings.Value transport) {
    int index = List.of("udp", "tcp", "tls", "dns").indexOf(transport.text());
    return index < 0 ? transport : new Settings.Value(Integer.toString(index), transport.origin());
  }

  private static void addIfSet(Parameters.Builder out, String name, Settings.Value value) {
    if (!value.isEmpty()) {
      out.add(name, value.text(), value.origin());
    }
  }

  private static void addHandset(Parameters.Builder out, Line line) {
    String handset = "handset." + line.number() + ".";
    String name = line.label().isBlank() ? line.displayName() : line.label();
    out.add(handset + "name", YealinkGrammar.shown(name), Layer.DEVICE)
        .add(handset + "incoming_lines", line.number(), Layer.DEVICE)
        .add(handset + "dial_out_lines", line.number(), Layer.DEVICE)
        .add(handset + "dial_out_default_line", line.number(), Layer.DEVICE);
  }
}
