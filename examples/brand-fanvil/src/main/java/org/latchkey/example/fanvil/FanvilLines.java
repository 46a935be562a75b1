package org.latchkey.example.fanvil;

import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;
import org.latchkey.secret.SecretAccess;

/** SIP accounts. Every line of the model is named: one that is not would stay as it was. */
final class FanvilLines {
  private FanvilLines() {}

  static void add(Parameters.Builder out, Rendering rendering) {
    List<Line> lines = rendering.device().lines();
    boolean[] used = new boolean[rendering.model().lines() + 1];
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String field = "lines[" + i + "].";
      if (line.number() >= used.length) {
        String allowed = "must be 1 to " + (used.length - 1) + ", was " + line.number();
        throw new RenderException(Layer.DEVICE.label(), field + "number", allowed);
      }
      used[line.number()] = true;
      add(out, line, field);
      FanvilSettings.TABLE.addLine(
          rendering.settings(), FanvilSettings.DIALECT, out, line.number());
    }
    for (int number = 1; number < used.length; number++) {
      if (!used[number]) {
        out.add("sip.line." + number + ".EnableReg", 0, Layer.LIBRARY);
      }
    }
  }

  private static void add(Parameters.Builder out, Line line, String field) {
    String name = "sip.line." + line.number() + ".";
    String password = line.password().reveal(SecretAccess.granted());
    String voicemail = line.voicemail().orElse("");
    FanvilXml.check(field + "user", line.user());
    FanvilXml.check(field + "authUser", line.authUser());
    FanvilXml.check(field + "password", password);
    FanvilXml.check(field + "voicemail", voicemail);
    Registrar registrar = line.registrar();
    out.add(name + "EnableReg", 1, Layer.DEVICE)
        .add(name + "PhoneNumber", line.user(), Layer.DEVICE)
        .add(name + "DisplayName", FanvilXml.shown(line.displayName()), Layer.DEVICE)
        .add(name + "RegisterAddr", registrar.host(), Layer.DEVICE)
        .add(name + "RegisterPort", port(registrar), Layer.DEVICE)
        .add(name + "RegisterUser", line.authUser(), Layer.DEVICE)
        .addSecret(name + "RegisterPswd", password, Layer.DEVICE)
        .add(name + "RegisterTTL", line.expires(), Layer.DEVICE)
        .add(name + "MWINum", voicemail, Layer.DEVICE);
    Optional<Registrar> proxy = line.outboundProxy();
    out.add(name + "ProxyAddr", proxy.map(Registrar::host).orElse(""), Layer.DEVICE)
        .add(name + "ProxyPort", proxy.map(FanvilLines::port).orElse(""), Layer.DEVICE)
        .add(name + "ProxyUser", proxy.isPresent() ? line.authUser() : "", Layer.DEVICE)
        .addSecret(name + "ProxyPswd", proxy.isPresent() ? password : "", Layer.DEVICE);
    addTransport(out, name, proxy.orElse(registrar).transport());
  }

  private static String port(Registrar to) {
    return to.port() == 0 ? "" : Integer.toString(to.port());
  }

  /** One for both servers, as requests go to the proxy if there is one. */
  private static void addTransport(
      Parameters.Builder out, String name, Registrar.Transport transport) {
    int number =
        switch (transport) {
          case UDP, DNS -> 0;
          case TCP -> 1;
          case TLS -> 3;
        };
    out.add(name + "Transport", number, Layer.DEVICE)
        .add(name + "DNSSRV", transport == Registrar.Transport.DNS ? 1 : 0, Layer.DEVICE);
  }
}
