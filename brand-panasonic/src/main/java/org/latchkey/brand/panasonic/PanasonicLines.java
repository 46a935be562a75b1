package org.latchkey.brand.panasonic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.device.Registrar.Transport;
import org.latchkey.error.RenderException;

/**
 * Lines (FusionPBX, all templates; aelintra/sail). Every line of the model is named, for one that
 * is not would stay as it was. The presence server is the registrar, or lamps stay dark.
 */
final class PanasonicLines {
  private static final int PORT = 5060;
  private static final int TLS_PORT = 5061;

  private PanasonicLines() {}

  /** The name of a parameter of a line. */
  static String name(PanasonicDialect dialect, String section, String name, int line) {
    return dialect.isXml()
        ? "Device/Lines/Line." + line + "/" + section + "/" + name
        : name + "_" + line;
  }

  static void add(Parameters.Builder out, Rendering rendering, PanasonicDialect dialect) {
    List<Line> lines = rendering.device().lines();
    int[] indices = indices(rendering.model(), lines);
    for (int number = 1; number < indices.length; number++) {
      Out to = new Out(out, dialect, number);
      if (indices[number] < 0) {
        to.clear();
      } else {
        to.add(lines.get(indices[number]), "lines[" + indices[number] + "].");
        PanasonicSettings.addLine(out, rendering.settings(), dialect, number);
      }
    }
    if (!dialect.isXml()) {
      boolean any = lines.stream().anyMatch(line -> line.voicemail().isPresent());
      out.add("VM_SUBSCRIBE_ENABLE", any ? "Y" : "N", Layer.DEVICE);
    }
  }

  /** Where in the list the line of each number is, or -1. */
  static int[] indices(Model model, List<Line> lines) {
    int[] indices = new int[model.lines() + 1];
    Arrays.fill(indices, -1);
    for (int i = 0; i < lines.size(); i++) {
      int number = lines.get(i).number();
      if (number > model.lines()) {
        throw new RenderException(
            Layer.DEVICE.label(),
            "lines[" + i + "].number",
            "must be 1 to " + model.lines() + " on a " + model.name() + ", was " + number);
      }
      indices[number] = i;
    }
    return indices;
  }

  /** Checks what of a line is no display text. */
  static void check(Line line, String field, boolean xml) {
    PanasonicText.check(Layer.DEVICE, field + "user", line.user(), xml);
    PanasonicText.check(Layer.DEVICE, field + "authUser", line.authUser(), xml);
    String password = PanasonicRenderer.clear(line.password());
    PanasonicText.check(Layer.DEVICE, field + "password", password, xml);
    PanasonicText.check(Layer.DEVICE, field + "voicemail", line.voicemail().orElse(""), xml);
  }

  /**
   * One line on its way out.
   *
   * @param number the line's
   */
  private record Out(Parameters.Builder out, PanasonicDialect dialect, int number) {
    void add(Line line, String field) {
      check(line, field, dialect.isXml());
      Registrar registrar = line.registrar();
      Transport transport = line.outboundProxy().orElse(registrar).transport();
      enable(line);
      put("CallCtrl", "DISPLAY_NAME", shown(line.displayName()));
      user(line.user());
      put("Sip", "SIP_AUTHID", line.authUser());
      out.addSecret(
          name(dialect, "Sip", "SIP_PASS", number),
          PanasonicRenderer.clear(line.password()),
          Layer.DEVICE);
      put("Sip", "SIP_SVCDOMAIN", registrar.host());
      for (String server : new String[] {"SIP_RGSTR", "SIP_PRXY", "SIP_PRSNC"}) {
        server(server, Optional.of(registrar));
      }
      server("SIP_OUTPROXY", line.outboundProxy());
      put("Sip", "SIP_TRANSPORT", transport(transport));
      if (dialect.has(PanasonicQuirk.TLS_MODE)) {
        put("Sip", "SIP_TLS_MODE", transport == Transport.TLS ? "1" : "0");
      }
      boolean looked = transport == Transport.DNS || registrar.port() == 0;
      put("Sip", "SIP_DNSSRV_ENA", looked ? "Y" : "N");
      put("Sip", "REG_EXPIRE_TIME", Integer.toString(line.expires()));
      put("CallCtrl", "VM_NUMBER", line.voicemail().orElse(""));
    }

    /** An empty value clears: without number and password nothing registers. */
    void clear() {
      if (dialect.isXml()) {
        put("Sip", "LINE_ENABLE", "No");
      }
      if (dialect.has(PanasonicQuirk.LABEL_OF_LINE)) {
        put("", "LINE_ID", "");
      }
      user("");
      put("Sip", "SIP_AUTHID", "");
      out.addSecret(name(dialect, "Sip", "SIP_PASS", number), "", Layer.LIBRARY);
    }

    private void enable(Line line) {
      if (dialect.isXml()) {
        put("Sip", "LINE_ENABLE", "Yes");
      } else if (dialect.meets("ut") || dialect.meets("ut670")) {
        put("", "LINE_ENABLE", "Enabled");
        put("", "PROFILE_ENABLE", "Enabled");
      }
      if (dialect.has(PanasonicQuirk.LABEL_OF_LINE)) {
        put("", "LINE_ID", shown(line.label()));
      }
    }

    private void user(String user) {
      put("Sip", "PHONE_NUMBER", user);
      if (dialect.isXml() || dialect.meets("desk")) {
        put("Sip", "SIP_URI", user);
      }
    }

    private void server(String name, Optional<Registrar> server) {
      put("Sip", name + "_ADDR", server.map(Registrar::host).orElse(""));
      server.ifPresent(
          known -> put("Sip", name + "_PORT", Integer.toString(PanasonicLines.port(known))));
    }

    private void put(String section, String name, String value) {
      out.add(name(dialect, section, name, number), value, Layer.DEVICE);
    }

    private String shown(String text) {
      return PanasonicText.shown(text, dialect.isXml());
    }
  }

  /** A port that DNS tells is still one that must be named. */
  private static int port(Registrar server) {
    return server.port() != 0
        ? server.port()
        : server.transport() == Transport.TLS ? TLS_PORT : PORT;
  }

  private static String transport(Transport transport) {
    return switch (transport) {
      case UDP, DNS -> "0";
      case TCP -> "1";
      case TLS -> "2";
    };
  }
}
