package org.latchkey.brand.grandstream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.device.Registrar.Transport;
import org.latchkey.error.RenderException;

/**
 * Accounts. Those that the device does not have are switched off, and what a line has not is said
 * to be nothing, since whatever is not named stays on the phone. Adapters and gateways with ports
 * have one SIP profile for all of them (fusionpbx, gxw42xx, dp750, ht814).
 */
final class GrandstreamLines {
  private static final List<List<String>> PORTS = GrandstreamTable.rows("ports.txt");
  private static final int LONGEST_PASSWORD = 64;
  private static final int MINUTE = 60;
  private static final int PORT_STEP = 2;
  private static final int LAST_PORT = 65_535;

  private GrandstreamLines() {}

  static void add(Parameters.Builder out, Rendering rendering, GrandstreamDialect dialect) {
    List<Line> lines = rendering.device().lines();
    Map<Integer, Integer> indices = indices(rendering);
    if (GrandstreamModels.hasPorts(rendering.model())) {
      addProfile(out, rendering, dialect);
      for (int port = 1; port <= rendering.model().lines(); port++) {
        @Nullable Integer index = indices.get(port);
        addPort(out, port, index == null ? null : lines.get(index));
      }
      return;
    }
    for (int number = 1; number <= rendering.model().lines(); number++) {
      String account = "account." + number + ".";
      @Nullable Integer index = indices.get(number);
      dialect.put(
          out,
          account + "enable",
          new Settings.Value(
              dialect.flag(index != null), index == null ? Layer.LIBRARY : Layer.DEVICE));
      if (index != null) {
        Line line = lines.get(index);
        text(out, dialect, account + "name", GrandstreamGrammar.shown(line.label()));
        text(out, dialect, account + "sip.userid", line.user());
        text(out, dialect, account + subscriber(dialect), line.authUser());
        addPassword(out, dialect, account, line);
        text(
            out,
            dialect,
            account + "sip.subscriber.name",
            GrandstreamGrammar.shown(line.displayName()));
        addServers(out, rendering, dialect, line, number);
      }
    }
  }

  /** Where in the list the line of each number is; complaints name that place. */
  private static Map<Integer, Integer> indices(Rendering rendering) {
    List<Line> lines = rendering.device().lines();
    Map<Integer, Integer> indices = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.number() > rendering.model().lines()) {
        throw refused(
            i,
            "number",
            "must be 1 to "
                + rendering.model().lines()
                + " on a "
                + rendering.model().name()
                + ", was "
                + line.number());
      }
      check(i, "user", line.user());
      check(i, "authUser", line.authUser());
      String password = GrandstreamRenderer.clear(line.password());
      check(i, "password", password);
      if (password.length() > LONGEST_PASSWORD) {
        throw refused(i, "password", "must be at most " + LONGEST_PASSWORD + " characters");
      }
      check(i, "voicemail", line.voicemail().orElse(""));
      indices.put(line.number(), i);
    }
    return indices;
  }

  private static void check(int index, String field, String value) {
    String objection = GrandstreamGrammar.objection(value);
    if (!objection.isEmpty()) {
      throw refused(index, field, objection);
    }
  }

  private static RenderException refused(int index, String field, String problem) {
    return new RenderException(Layer.DEVICE.label(), "lines[" + index + "]." + field, problem);
  }

  /** Android phones spell one letter otherwise (fusionpbx, gxv3370). */
  private static String subscriber(GrandstreamDialect dialect) {
    return dialect.meets("gxv") ? "sip.subscriber.userId" : "sip.subscriber.userid";
  }

  /** An empty one is left out: it would be passed over, or put back what the factory had. */
  private static void addPassword(
      Parameters.Builder out, GrandstreamDialect dialect, String account, Line line) {
    String password = GrandstreamRenderer.clear(line.password());
    dialect.add(
        out, account + "sip.subscriber.password", new Settings.Value(password, Layer.DEVICE, true));
  }

  private static void addServers(
      Parameters.Builder out,
      Rendering rendering,
      GrandstreamDialect dialect,
      Line line,
      int number) {
    String account = "account." + number + ".";
    String sip = account + "sip.";
    Settings settings = rendering.settings();
    Registrar server = line.registrar();
    text(out, dialect, sip + "server.1.address", address(server.host(), server.port()));
    if (!dialect.meets("gxv")) {
      dialect.put(out, sip + "server.2.address", backup(settings, "sip.backup."));
    }
    text(
        out,
        dialect,
        sip + "outboundProxy.1.address",
        line.outboundProxy().map(proxy -> address(proxy.host(), proxy.port())).orElse(""));
    dialect.put(out, sip + "outboundProxy.2.address", backup(settings, "sip.backup-proxy."));
    text(out, dialect, account + "network.dnsMode", lookUp(server, dialect));
    text(out, dialect, sip + "transport", transport(server.transport(), dialect));
    text(out, dialect, sip + "registerExpiration", Integer.toString(minutes(line.expires())));
    text(out, dialect, sip + "voicemail.number", line.voicemail().orElse(""));
    addLocalPort(out, settings, dialect, number);
    GrandstreamSettings.TABLE.addLine(settings, dialect, out, number);
    GrandstreamCodecs.add(out, settings, dialect, number);
    GrandstreamDialling.add(out, settings, dialect, number);
  }

  private static void text(
      Parameters.Builder out, GrandstreamDialect dialect, String name, String value) {
    dialect.put(out, name, new Settings.Value(value, Layer.DEVICE));
  }

  private static String address(String host, int port) {
    return port == 0 ? host : host + ":" + port;
  }

  private static Settings.Value backup(Settings settings, String name) {
    Settings.Value host = settings.get(name + "host");
    Settings.Value port = settings.get(name + "port");
    if (host.isEmpty() || port.isEmpty()) {
      return host;
    }
    Layer origin = host.origin().compareTo(port.origin()) > 0 ? host.origin() : port.origin();
    return new Settings.Value(address(host.text(), (int) port.number()), origin);
  }

  /** A phone looks up services only where it is not told the port. */
  private static String lookUp(Registrar server, GrandstreamDialect dialect) {
    if (server.transport() == Transport.DNS) {
      return dialect.word("2", "NaptrOrSrv");
    }
    return server.port() == 0 ? dialect.word("1", "SRV") : dialect.word("0", "ARecord");
  }

  private static String transport(Transport transport, GrandstreamDialect dialect) {
    return switch (transport) {
      case UDP, DNS -> dialect.word("0", "UDP");
      case TCP -> dialect.word("1", "TCP");
      case TLS -> dialect.word("2", dialect.meets("gxv") ? "TlsOrTcp" : "Tls Or Tcp");
    };
  }

  /** Register expiry is in minutes here, and not less than was said. */
  static int minutes(int seconds) {
    return (seconds + MINUTE - 1) / MINUTE;
  }

  /** Accounts cannot share a port: the first has the one that was said, the others every second. */
  private static void addLocalPort(
      Parameters.Builder out, Settings settings, GrandstreamDialect dialect, int number) {
    Settings.Value port = settings.get("sip.local-port");
    if (!port.isEmpty()) {
      long step = (long) PORT_STEP * (number - 1);
      long own = port.number() + step > LAST_PORT ? port.number() - step : port.number() + step;
      dialect.put(
          out,
          "account." + number + ".sip.localPort",
          new Settings.Value(Long.toString(own), port.origin()));
    }
  }

  private static void addProfile(
      Parameters.Builder out, Rendering rendering, GrandstreamDialect dialect) {
    List<Line> lines = rendering.device().lines();
    dialect.put(out, "account.1.enable", new Settings.Value(dialect.flag(true), Layer.LIBRARY));
    for (int i = 1; i < lines.size(); i++) {
      Line first = lines.get(0);
      Line line = lines.get(i);
      String problem =
          "must be that of the first line: all ports of a "
              + rendering.model().name()
              + " share one SIP profile";
      if (!line.registrar().equals(first.registrar())) {
        throw refused(i, "registrar", problem);
      }
      if (!line.outboundProxy().equals(first.outboundProxy())) {
        throw refused(i, "outboundProxy", problem);
      }
      if (line.expires() != first.expires()) {
        throw refused(i, "expires", problem);
      }
    }
    if (!lines.isEmpty()) {
      addServers(out, rendering, dialect, lines.get(0), 1);
    }
  }

  private static void addPort(Parameters.Builder out, int port, @Nullable Line line) {
    List<String> row =
        PORTS.stream()
            .filter(each -> port <= Integer.parseInt(each.get(1)))
            .findFirst()
            .orElseThrow();
    int step = port - Integer.parseInt(row.get(0));
    out.add(
        number(row, 7, step), line == null ? 0 : 1, line == null ? Layer.LIBRARY : Layer.DEVICE);
    if (line == null) {
      return;
    }
    out.add(number(row, 2, step), line.user(), Layer.DEVICE)
        .add(number(row, 3, step), line.authUser(), Layer.DEVICE);
    String password = GrandstreamRenderer.clear(line.password());
    if (!password.isEmpty()) {
      out.addSecret(number(row, 4, step), password, Layer.DEVICE);
    }
    out.add(number(row, 5, step), GrandstreamGrammar.shown(line.displayName()), Layer.DEVICE)
        .add(number(row, 6, step), 0, Layer.LIBRARY);
  }

  private static String number(List<String> row, int column, int step) {
    return "P" + (Integer.parseInt(row.get(column)) + step);
  }

  /** What of the lines is told otherwise than it was entered. */
  static List<Remark> remarks(Rendering rendering, GrandstreamDialect dialect) {
    List<Remark> remarks = new ArrayList<>();
    List<Line> lines = rendering.device().lines();
    boolean ports = GrandstreamModels.hasPorts(rendering.model());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String account = "account." + line.number() + ".";
      String path = "lines[" + i + "].";
      if (line.expires() % MINUTE != 0) {
        remarks.add(remark(path + "expires", "told as " + minutes(line.expires()) + " minutes"));
      }
      if (!line.label().isEmpty() && (ports || !dialect.knows(account + "name"))) {
        remarks.add(remark(path + "label", "this model shows none"));
      }
      boolean mailbox =
          ports
              ? i == 0 && dialect.knows("account.1.sip.voicemail.number")
              : dialect.knows(account + "sip.voicemail.number");
      if (line.voicemail().isPresent() && !mailbox) {
        remarks.add(remark(path + "voicemail", "this model has no parameter for it"));
      }
      if (line.outboundProxy()
          .filter(p -> p.transport() != line.registrar().transport())
          .isPresent()) {
        remarks.add(remark(path + "outboundProxy", "is reached by the transport of the registrar"));
      }
    }
    return remarks;
  }

  private static Remark remark(String what, String problem) {
    return new Remark(what, Layer.DEVICE, problem);
  }
}
