package org.latchkey.brand.yealink;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;

/**
 * SIP accounts (Yealink administrator guide for SIP-T phones V84-V86, account settings). Every
 * account of the model is named: one that is not mentioned would stay as it was.
 */
final class YealinkAccounts {
  private YealinkAccounts() {}

  static void add(Parameters.Builder out, Rendering rendering, YealinkDialect dialect) {
    List<Line> lines = rendering.device().lines();
    int[] indices = indices(rendering.model(), lines);
    for (int number = 1; number < indices.length; number++) {
      if (indices[number] < 0) {
        out.add("account." + number + ".enable", 0, Layer.LIBRARY);
      } else {
        add(out, lines.get(indices[number]), "lines[" + indices[number] + "].", dialect);
        YealinkSettings.addLine(out, rendering.settings(), dialect, number);
      }
    }
  }

  /** Where in the list the line of each account is, or -1. */
  private static int[] indices(Model model, List<Line> lines) {
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

  private static void add(Parameters.Builder out, Line line, String field, YealinkDialect dialect) {
    String account = "account." + line.number() + ".";
    String password = YealinkRenderer.clear(line.password());
    String voicemail = line.voicemail().orElse("");
    check(field + "user", line.user());
    check(field + "authUser", line.authUser());
    check(field + "password", password);
    check(field + "voicemail", voicemail);
    out.add(account + "enable", 1, Layer.DEVICE)
        .add(account + "label", YealinkGrammar.shown(line.label()), Layer.DEVICE)
        .add(account + "display_name", YealinkGrammar.shown(line.displayName()), Layer.DEVICE)
        .add(account + "user_name", line.user(), Layer.DEVICE)
        .add(account + "auth_name", line.authUser(), Layer.DEVICE)
        .addSecret(account + "password", password, Layer.DEVICE);
    if (!dialect.has(YealinkQuirk.SERVERS_IN_TEMPLATES)
        || dialect.has(YealinkQuirk.SERVERS_IN_ACCOUNTS_STILL)) {
      addServer(out, account, line, dialect);
      addProxy(out, account, line.outboundProxy(), dialect);
    }
    out.add("voice_mail.number." + line.number(), voicemail, Layer.DEVICE)
        .add(account + "subscribe_mwi", line.voicemail().isPresent() ? 1 : 0, Layer.DEVICE);
  }

  private static void addServer(
      Parameters.Builder out, String account, Line line, YealinkDialect dialect) {
    Registrar registrar = line.registrar();
    int transport = transport(line);
    String server = account + "sip_server.1.";
    out.add(server + "address", registrar.host(), Layer.DEVICE)
        .add(server + "port", registrar.port(), Layer.DEVICE)
        .add(server + "transport_type", transport, Layer.DEVICE)
        .add(server + "expires", line.expires(), Layer.DEVICE);
    if (dialect.has(YealinkQuirk.SERVER_WITHOUT_INDEX)) {
      out.add(account + "sip_server_host", registrar.host(), Layer.DEVICE)
          .add(account + "sip_server_port", registrar.port(), Layer.DEVICE)
          .add(account + "expires", line.expires(), Layer.DEVICE);
    }
    if (dialect.has(YealinkQuirk.TRANSPORT_OF_ACCOUNT)) {
      out.add(account + "transport", transport, Layer.DEVICE);
    }
  }

  private static void addProxy(
      Parameters.Builder out, String account, Optional<Registrar> proxy, YealinkDialect dialect) {
    out.add(account + "outbound_proxy_enable", proxy.isPresent() ? 1 : 0, Layer.DEVICE);
    proxy.ifPresent(
        to -> {
          out.add(account + "outbound_proxy.1.address", to.host(), Layer.DEVICE)
              .add(account + "outbound_proxy.1.port", to.port(), Layer.DEVICE);
          if (dialect.has(YealinkQuirk.SERVER_WITHOUT_INDEX)) {
            out.add(account + "outbound_host", to.host(), Layer.DEVICE)
                .add(account + "outbound_port", to.port(), Layer.DEVICE);
          }
        });
  }

  /** The phone has one transport for both; with a proxy, that is where its requests go. */
  static int transport(Line line) {
    return switch (line.outboundProxy().orElse(line.registrar()).transport()) {
      case UDP -> 0;
      case TCP -> 1;
      case TLS -> 2;
      case DNS -> 3;
    };
  }

  private static void check(String field, String value) {
    String objection = YealinkGrammar.objection(value);
    if (!objection.isEmpty()) {
      throw new RenderException(Layer.DEVICE.label(), field, objection);
    }
  }
}
