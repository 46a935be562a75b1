package org.latchkey.brand.yealink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  static void add(Parameters.Builder out, Rendering rendering, Set<YealinkQuirk> quirks) {
    List<@Nullable Line> accounts = byNumber(rendering.model(), rendering.device().lines());
    for (int i = 0; i < accounts.size(); i++) {
      Line line = accounts.get(i);
      if (line == null) {
        out.add("account." + (i + 1) + ".enable", 0, Layer.LIBRARY);
      } else {
        add(out, line, quirks);
      }
    }
  }

  private static List<@Nullable Line> byNumber(Model model, List<Line> lines) {
    List<@Nullable Line> accounts = new ArrayList<>(Collections.nCopies(model.lines(), null));
    for (int i = 0; i < lines.size(); i++) {
      int number = lines.get(i).number();
      if (number > model.lines()) {
        throw new RenderException(
            Layer.DEVICE.label(),
            "lines[" + i + "].number",
            "must be 1 to " + model.lines() + " on a " + model.name() + ", was " + number);
      }
      accounts.set(number - 1, lines.get(i));
    }
    return accounts;
  }

  private static void add(Parameters.Builder out, Line line, Set<YealinkQuirk> quirks) {
    String account = "account." + line.number() + ".";
    out.add(account + "enable", 1, Layer.DEVICE)
        .add(account + "label", YealinkGrammar.shown(line.label()), Layer.DEVICE)
        .add(account + "display_name", YealinkGrammar.shown(line.displayName()), Layer.DEVICE)
        .add(account + "user_name", line.user(), Layer.DEVICE)
        .add(account + "auth_name", line.authUser(), Layer.DEVICE)
        .addSecret(account + "password", YealinkRenderer.clear(line.password()), Layer.DEVICE);
    addServer(out, account, line, quirks);
    addProxy(out, account, line.outboundProxy(), quirks);
    out.add("voice_mail.number." + line.number(), line.voicemail().orElse(""), Layer.DEVICE)
        .add(account + "subscribe_mwi", line.voicemail().isPresent() ? 1 : 0, Layer.DEVICE);
  }

  private static void addServer(
      Parameters.Builder out, String account, Line line, Set<YealinkQuirk> quirks) {
    Registrar registrar = line.registrar();
    // The phone has one transport for both, and with a proxy that is where its requests go.
    int transport = transport(line.outboundProxy().orElse(registrar).transport());
    String server = account + "sip_server.1.";
    out.add(server + "address", registrar.host(), Layer.DEVICE)
        .add(server + "port", registrar.port(), Layer.DEVICE)
        .add(server + "transport_type", transport, Layer.DEVICE)
        .add(server + "expires", line.expires(), Layer.DEVICE);
    if (quirks.contains(YealinkQuirk.SERVER_WITHOUT_INDEX)) {
      out.add(account + "sip_server_host", registrar.host(), Layer.DEVICE)
          .add(account + "sip_server_port", registrar.port(), Layer.DEVICE)
          .add(account + "expires", line.expires(), Layer.DEVICE);
    }
    if (quirks.contains(YealinkQuirk.TRANSPORT_OF_ACCOUNT)) {
      out.add(account + "transport", transport, Layer.DEVICE);
    }
  }

  private static void addProxy(
      Parameters.Builder out, String account, Optional<Registrar> proxy, Set<YealinkQuirk> quirks) {
    out.add(account + "outbound_proxy_enable", proxy.isPresent() ? 1 : 0, Layer.DEVICE);
    proxy.ifPresent(
        to -> {
          out.add(account + "outbound_proxy.1.address", to.host(), Layer.DEVICE)
              .add(account + "outbound_proxy.1.port", to.port(), Layer.DEVICE);
          if (quirks.contains(YealinkQuirk.SERVER_WITHOUT_INDEX)) {
            out.add(account + "outbound_host", to.host(), Layer.DEVICE)
                .add(account + "outbound_port", to.port(), Layer.DEVICE);
          }
        });
  }

  private static int transport(Registrar.Transport transport) {
    return switch (transport) {
      case UDP -> 0;
      case TCP -> 1;
      case TLS -> 2;
      case DNS -> 3;
    };
  }
}
