package org.latchkey.brand.panasonic;

import java.util.ArrayList;
import java.util.List;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.error.RenderException;

/**
 * Lines of KX-UDS124 (a public generator for its bases): each is the first line of a handset, and
 * all have one server, of which no more than the address can be said.
 */
final class PanasonicHandsets {
  private static final int PORT = 5060;

  private PanasonicHandsets() {}

  static void add(Parameters.Builder out, Rendering rendering) {
    List<Line> lines = rendering.device().lines();
    int[] indices = PanasonicLines.indices(rendering.model(), lines);
    if (!lines.isEmpty()) {
      String host = lines.get(0).registrar().host();
      for (int i = 1; i < lines.size(); i++) {
        if (!lines.get(i).registrar().host().equals(host)) {
          throw new RenderException(
              Layer.DEVICE.label(),
              "lines[" + i + "].registrar",
              "must be the same for all lines of a " + rendering.model().name());
        }
      }
      out.add("SIP_PRXY_ADDR", host, Layer.DEVICE).add("SIP_RGSTR_ADDR", host, Layer.DEVICE);
    }
    for (int number = 1; number < indices.length; number++) {
      if (indices[number] < 0) {
        out.add(name("SIP_URI", number), "", Layer.DEVICE)
            .addSecret(name("SIP_PASS", number), "", Layer.DEVICE);
      } else {
        Line line = lines.get(indices[number]);
        PanasonicLines.check(line, "lines[" + indices[number] + "].", false);
        String uri = "sip:" + line.user() + "@" + line.registrar().host();
        out.add(name("LINE_ENABLE", number), "Enabled", Layer.DEVICE)
            .add(
                name("DISPLAY_NAME", number),
                PanasonicText.shown(line.displayName(), false),
                Layer.DEVICE)
            .add(name("SIP_URI", number), uri, Layer.DEVICE)
            .addSecret(
                name("SIP_PASS", number), PanasonicRenderer.clear(line.password()), Layer.DEVICE);
      }
    }
  }

  /** What of lines no parameter is known for. */
  static List<Remark> remarks(Rendering rendering) {
    List<Remark> remarks = new ArrayList<>();
    List<Line> lines = rendering.device().lines();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String field = "lines[" + i + "].";
      if (!line.authUser().equals(line.user())) {
        remarks.add(unsaid(field + "authUser"));
      }
      Registrar registrar = line.registrar();
      if (registrar.port() != PORT || registrar.transport() != Registrar.Transport.UDP) {
        remarks.add(unsaid(field + "registrar"));
      }
      line.outboundProxy().ifPresent(proxy -> remarks.add(unsaid(field + "outboundProxy")));
      line.voicemail().ifPresent(number -> remarks.add(unsaid(field + "voicemail")));
    }
    return remarks;
  }

  private static Remark unsaid(String field) {
    return new Remark(field, Layer.DEVICE, "is not known how to be told to a base of this kind");
  }

  private static String name(String name, int number) {
    return name + "_PS" + number + "_1";
  }
}
