package org.latchkey.brand.snom;

import java.util.ArrayList;
import java.util.List;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.device.Line;

/**
 * Accounts of the M series (wazo_snom, common_dect): servers have numbers of their own, and a line
 * names the one that it uses. Of handsets each line has one, of the same number. What is not told
 * stays in the base, since nothing is known of how an account is taken away.
 */
final class SnomDectLines {
  private SnomDectLines() {}

  static void add(Parameters.Builder out, Rendering rendering) {
    SnomLines.indices(rendering);
    List<Line> lines = rendering.device().lines();
    List<String> servers = new ArrayList<>();
    for (Line line : lines) {
      String server = SnomLines.server(line.registrar());
      if (!servers.contains(server)) {
        servers.add(server);
        out.add("srv_sip_server_alias." + servers.size(), server, Layer.DEVICE)
            .add("user_host." + servers.size(), server, Layer.DEVICE);
      }
      String index = "." + line.number();
      out.add("user_name" + index, line.user(), Layer.DEVICE)
          .add("user_pname" + index, line.authUser(), Layer.DEVICE)
          .addSecret("user_pass" + index, SnomRenderer.clear(line.password()), Layer.DEVICE)
          .add("user_realname" + index, SnomText.shown(line.displayName()), Layer.DEVICE)
          .add("user_mailbox" + index, line.voicemail().orElse(""), Layer.DEVICE)
          .add("user_mailnumber" + index, line.voicemail().orElse(""), Layer.DEVICE)
          .add("subscr_sip_line_name" + index, SnomText.shown(line.label()), Layer.DEVICE)
          .add("subscr_sip_hs_idx" + index, line.number(), Layer.DEVICE)
          .add("subscr_sip_ua_data_server_id" + index, servers.indexOf(server) + 1L, Layer.DEVICE);
    }
  }

  /** What lines say and a base has no word for. */
  static List<Remark> remarks(Rendering rendering) {
    List<Remark> remarks = new ArrayList<>();
    List<Line> lines = rendering.device().lines();
    for (int i = 0; i < lines.size(); i++) {
      String field = "lines[" + i + "].";
      if (lines.get(i).outboundProxy().isPresent()) {
        remarks.add(unknown(field + "outboundProxy"));
      }
      remarks.add(unknown(field + "registrar.transport"));
    }
    return remarks;
  }

  private static Remark unknown(String field) {
    return new Remark(field, Layer.DEVICE, "the word of DECT bases for it is not confirmed");
  }
}
