package org.latchkey.brand.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.Settings;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;

/**
 * SIP accounts (fusionpbx/fusionpbx, templates of each family). Lines that the device does not have
 * are named without an account, or one that was taken away would go on ringing.
 */
final class CiscoLines {
  private static final int LONGEST_USER = 63;
  private static final String BACKUP = "sip.backup.host";
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

  /** What a line that is not used must not keep; the password too. */
  private static final List<String> CLEARED =
      List.of("Display_Name_", "User_ID_", "Auth_ID_", "Proxy_", "Outbound_Proxy_");

  private CiscoLines() {}

  static void add(Parameters.Builder out, Rendering rendering, CiscoDialect dialect) {
    Map<Integer, Integer> indices = indices(rendering);
    List<Line> lines = rendering.device().lines();
    for (int number = 1; number <= rendering.model().lines(); number++) {
      Integer index = indices.get(number);
      if (index == null) {
        clear(out, number);
      } else {
        add(out, lines.get(index), "lines[" + index + "].", rendering.settings(), dialect);
        CiscoSettings.addLine(out, rendering.settings(), dialect, number);
      }
    }
    if (!dialect.isAdapter()) {
      Optional<Line> first = indices.values().stream().findFirst().map(lines::get);
      String name = first.map(CiscoLines::label).orElse("");
      out.add("Station_Name", name, Layer.DEVICE)
          .add("Voice_Mail_Number", voicemail(lines).orElse(""), Layer.DEVICE);
    }
  }

  /** What the screen calls a line. */
  static String label(Line line) {
    String label = CiscoGrammar.shown(line.label());
    return label.isEmpty() ? CiscoGrammar.shown(line.user()) : label;
  }

  /** A phone has one key for messages, an adapter none. */
  static List<Remark> remarks(Rendering rendering, CiscoDialect dialect) {
    List<Remark> remarks = new ArrayList<>();
    List<Line> lines = rendering.device().lines();
    for (int i = 0; i < lines.size(); i++) {
      Optional<String> number = lines.get(i).voicemail();
      boolean told = !dialect.isAdapter() && number.equals(voicemail(lines));
      if (number.isPresent() && !told) {
        remarks.add(
            new Remark(
                "lines[" + i + "].voicemail",
                Layer.DEVICE,
                dialect.isAdapter()
                    ? "an adapter has no key for messages"
                    : "the key for messages dials that of the first line with one"));
      }
    }
    return remarks;
  }

  /** Where in the list the line of each number is, by number. */
  private static Map<Integer, Integer> indices(Rendering rendering) {
    Map<Integer, Integer> indices = new TreeMap<>();
    List<Line> lines = rendering.device().lines();
    for (int i = 0; i < lines.size(); i++) {
      int number = lines.get(i).number();
      if (number > rendering.model().lines()) {
        throw refused(
            "lines[" + i + "].number",
            "must be 1 to "
                + rendering.model().lines()
                + " on a "
                + rendering.model().name()
                + ", was "
                + number);
      }
      indices.put(number, i);
    }
    return indices;
  }

  private static Optional<String> voicemail(List<Line> lines) {
    return lines.stream().map(Line::voicemail).flatMap(Optional::stream).findFirst();
  }

  private static void clear(Parameters.Builder out, int number) {
    out.add("Line_Enable_" + number + "_", "No", Layer.LIBRARY)
        .addSecret("Password_" + number + "_", "", Layer.LIBRARY);
    CLEARED.forEach(name -> out.add(name + number + "_", "", Layer.LIBRARY));
  }

  private static void add(
      Parameters.Builder out, Line line, String field, Settings settings, CiscoDialect dialect) {
    String end = line.number() + "_";
    String password = CiscoRenderer.clear(line.password());
    check(field + "user", line.user());
    check(field + "authUser", line.authUser());
    check(field + "password", password);
    check(field + "voicemail", line.voicemail().orElse(""));
    if (line.user().length() > LONGEST_USER) {
      throw refused(field + "user", "must be at most " + LONGEST_USER + " characters");
    }
    out.add("Line_Enable_" + end, "Yes", Layer.DEVICE)
        .add("Display_Name_" + end, CiscoGrammar.shown(line.displayName()), Layer.DEVICE)
        .add("User_ID_" + end, line.user(), Layer.DEVICE)
        .add("Auth_ID_" + end, line.authUser(), Layer.DEVICE)
        .addSecret("Password_" + end, password, Layer.DEVICE);
    addServers(out, line, settings, dialect);
    out.add("Register_" + end, "Yes", Layer.DEVICE)
        .add("Register_Expires_" + end, line.expires(), Layer.DEVICE)
        // or whoever can send SIP to the phone gives it another rule
        .add("Auth_Resync-Reboot_" + end, "Yes", Layer.LIBRARY);
    if (!dialect.isMultiplatform()) {
      out.add("Use_Auth_ID_" + end, "Yes", Layer.DEVICE)
          .add(
              "Use_Outbound_Proxy_" + end,
              line.outboundProxy().isPresent() ? "Yes" : "No",
              Layer.DEVICE);
    }
  }

  private static void addServers(
      Parameters.Builder out, Line line, Settings settings, CiscoDialect dialect) {
    String end = line.number() + "_";
    Settings.Value backup = settings.get(BACKUP);
    Registrar registrar = line.registrar();
    String proxy = server(registrar.host(), registrar.port());
    Layer origin = Layer.DEVICE;
    if (!backup.isEmpty()) {
      Settings.Value port = settings.get("sip.backup.port");
      int own = port.isEmpty() ? registrar.port() : (int) port.number();
      String second = server(backup.text(), own);
      proxy = nameOfList(line) + ":SRV=" + proxy + ":p=0|" + second + ":p=1";
      origin = backup.origin();
    }
    // requests travel to the first server on their way, and there is one word for all
    Registrar hop = line.outboundProxy().orElse(registrar);
    boolean srv = hop.port() == 0 || hop.transport() == Registrar.Transport.DNS;
    out.add("Proxy_" + end, proxy, origin)
        .add(
            "Outbound_Proxy_" + end,
            line.outboundProxy().map(server -> server(server.host(), server.port())).orElse(""),
            Layer.DEVICE)
        .add("SIP_Transport_" + end, transport(hop.transport(), dialect), Layer.DEVICE)
        .add("Use_DNS_SRV_" + end, srv || !backup.isEmpty() ? "Yes" : "No", origin);
    if (dialect.isMultiplatform()) {
      out.add("DNS_SRV_Auto_Prefix_" + end, srv ? "Yes" : "No", Layer.DEVICE);
    }
  }

  /**
   * What a list of servers is called. The name is what phones know as their proxy, so it stands in
   * what they send and in what their keys watch: it must be the domain that the server knows. For
   * an address it is a word, as in Wazo's templates, since none of them has an address there.
   */
  private static String nameOfList(Line line) {
    String host = line.registrar().host();
    boolean address = host.indexOf(':') >= 0 || ADDRESS.matcher(host).matches();
    return address ? "servers" + line.number() : host;
  }

  private static String server(String host, int port) {
    String bare = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    return port == 0 ? bare : bare + ":" + port;
  }

  private static String transport(Registrar.Transport transport, CiscoDialect dialect) {
    if (transport != Registrar.Transport.DNS) {
      return transport.name().toUpperCase(Locale.ROOT);
    }
    return dialect.isMultiplatform() ? "AUTO" : "UDP";
  }

  private static void check(String field, String value) {
    String objection = CiscoGrammar.objection(value);
    if (!objection.isEmpty()) {
      throw refused(field, objection);
    }
  }

  private static RenderException refused(String field, String problem) {
    return new RenderException(Layer.DEVICE.label(), field, problem);
  }
}
