package org.latchkey.brand.polycom;

import java.util.Arrays;
import java.util.List;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;

/**
 * Registrations (UC Software 5.9 Administrator Guide, reg.x). The list ends at the first number
 * that is missing, so those before the last one are named without an address.
 */
final class PolycomLines {
  private PolycomLines() {}

  static void add(Parameters.Builder out, Rendering rendering, PolycomDialect dialect) {
    List<Line> lines = rendering.device().lines();
    int[] indices = indices(rendering.model(), lines);
    for (int number = 1; number < indices.length; number++) {
      if (indices[number] < 0) {
        out.add("reg." + number + ".address", "", Layer.LIBRARY);
      } else {
        add(out, lines.get(indices[number]), "lines[" + indices[number] + "].");
        PolycomSettings.TABLE.addLine(rendering.settings(), dialect, out, number);
      }
    }
    if (lines.stream().anyMatch(line -> line.voicemail().isPresent())) {
      out.add("msg.bypassInstantMessage", 1, Layer.LIBRARY)
          .add("up.oneTouchVoiceMail", 1, Layer.LIBRARY);
    }
  }

  /** Where in the list the line of each number up to the last is, or -1. */
  private static int[] indices(Model model, List<Line> lines) {
    int last = lines.stream().mapToInt(Line::number).max().orElse(0);
    int[] indices = new int[last + 1];
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

  private static void add(Parameters.Builder out, Line line, String field) {
    String reg = "reg." + line.number() + ".";
    String password = PolycomRenderer.clear(line.password());
    String voicemail = line.voicemail().orElse("");
    check(field + "user", line.user());
    check(field + "authUser", line.authUser());
    check(field + "password", password);
    check(field + "voicemail", voicemail);
    out.add(reg + "address", line.user(), Layer.DEVICE)
        .add(reg + "label", PolycomGrammar.shown(line.label()), Layer.DEVICE)
        .add(reg + "displayName", PolycomGrammar.shown(line.displayName()), Layer.DEVICE)
        .add(reg + "auth.userId", line.authUser(), Layer.DEVICE)
        .addSecret(reg + "auth.password", password, Layer.DEVICE)
        // 1 would register with the name of whoever has logged in at the phone
        .add(reg + "auth.useLoginCredentials", 0, Layer.DEVICE);
    addServer(out, reg + "server.1.", line.registrar());
    out.add(reg + "server.1.expires", line.expires(), Layer.DEVICE)
        .add(reg + "server.1.register", 1, Layer.DEVICE);
    line.outboundProxy().ifPresent(proxy -> addServer(out, reg + "outboundProxy.", proxy));
    String mwi = "msg.mwi." + line.number() + ".";
    if (line.voicemail().isPresent()) {
      out.add(mwi + "subscribe", line.user(), Layer.DEVICE)
          .add(mwi + "callBackMode", "contact", Layer.DEVICE)
          .add(mwi + "callBack", voicemail, Layer.DEVICE);
    } else {
      out.add(mwi + "callBackMode", "disabled", Layer.DEVICE);
    }
  }

  private static void addServer(Parameters.Builder out, String name, Registrar server) {
    out.add(name + "address", server.host(), Layer.DEVICE)
        .add(name + "port", server.port(), Layer.DEVICE)
        .add(name + "transport", transport(server.transport()), Layer.DEVICE);
  }

  private static String transport(Registrar.Transport transport) {
    return switch (transport) {
      case UDP -> "UDPOnly";
      case TCP -> "TCPOnly";
      case TLS -> "TLS";
      case DNS -> "DNSnaptr";
    };
  }

  private static void check(String field, String value) {
    String objection = PolycomGrammar.objection(value);
    if (!objection.isEmpty()) {
      throw new RenderException(Layer.DEVICE.label(), field, objection);
    }
  }
}
