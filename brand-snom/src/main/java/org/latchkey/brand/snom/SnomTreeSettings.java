package org.latchkey.brand.snom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.latchkey.brand.Model;
import org.latchkey.brand.Rendering;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameters;
import org.latchkey.config.SettingTable;
import org.latchkey.config.Settings;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;

/**
 * Lines and neutral settings of the C family (FusionPBX, snom/C520, C620 and M100KLE). Accounts
 * that are not used are switched off where a manual tells how many there are; elsewhere only those
 * before the last one in use, since an account too many might cost the module with all others.
 */
final class SnomTreeSettings {
  static final SettingTable TABLE = SnomTable.settings("settings-map-tree.txt");

  private static final String ACCOUNT = "sip_account.";
  private static final int CODEC_PLACES = 7;
  private static final Map<String, String> CODECS =
      Map.of("pcmu", "g711u", "pcma", "g711a", "g722", "g722", "g729", "g729", "g726-32", "g726");

  private SnomTreeSettings() {}

  static void add(Parameters.Builder out, Rendering rendering, SnomDialect dialect) {
    Settings settings = rendering.settings();
    TABLE.addPhone(settings, dialect, out);
    SnomAccess.addPassword(out, settings, "phone.admin.", "profile.admin.access_password");
    SnomAccess.addPassword(out, settings, "phone.user.", "profile.user.access_password");
    if (SnomModels.hasNote(rendering.model(), "base")) {
      SnomAccess.addPassword(out, settings, "phone.admin.", "profile.support.access_password");
    }
    Map<Integer, Integer> indices = SnomLines.indices(rendering);
    int last = last(rendering.model(), indices);
    for (int number = 1; number <= last; number++) {
      @Nullable Integer index = indices.get(number);
      if (index == null) {
        out.add(ACCOUNT + number + ".sip_account_enable", 0, Layer.LIBRARY)
            .addSecret(ACCOUNT + number + ".authentication_access_password", "", Layer.LIBRARY);
      } else {
        add(out, rendering.device().lines().get(index), settings);
        TABLE.addLine(settings, dialect, out, number);
      }
    }
    if (!rendering.device().keys().isEmpty()) {
      String problem = "a " + rendering.model().name() + " has no function keys";
      throw SnomKeys.refused(0, "position", problem);
    }
  }

  private static int last(Model model, Map<Integer, Integer> indices) {
    return SnomModels.hasNote(model, "counted")
        ? model.lines()
        : indices.keySet().stream().mapToInt(n -> n).max().orElse(0);
  }

  private static void add(Parameters.Builder out, Line line, Settings settings) {
    String account = ACCOUNT + line.number() + ".";
    Registrar registrar = line.registrar();
    String host = registrar.host();
    out.add(account + "sip_account_enable", 1, Layer.DEVICE)
        .add(account + "label", SnomText.shown(line.label()), Layer.DEVICE)
        .add(account + "display_name", SnomText.shown(line.displayName()), Layer.DEVICE)
        .add(account + "user_id", line.user(), Layer.DEVICE)
        .add(account + "authentication_name", line.authUser(), Layer.DEVICE)
        .addSecret(
            account + "authentication_access_password",
            SnomRenderer.clear(line.password()),
            Layer.DEVICE);
    addServer(out, account + "primary_sip_server_", host, registrar.port());
    addServer(out, account + "primary_registration_server_", host, registrar.port());
    out.add(account + "primary_registration_expires", line.expires(), Layer.DEVICE);
    Optional<Registrar> proxy = line.outboundProxy();
    addServer(
        out,
        account + "primary_outbound_proxy_server_",
        proxy.map(Registrar::host).orElse(""),
        proxy.map(Registrar::port).orElse(0));
    String transport =
        switch (proxy.orElse(registrar).transport()) {
          case UDP -> "udp";
          case TCP -> "tcp";
          case TLS -> "tls";
          // no word for it: the phone's own default
          case DNS -> "";
        };
    if (!transport.isEmpty()) {
      out.add(account + "transport_mode", transport, Layer.DEVICE);
    }
    String voicemail = line.voicemail().orElse("");
    out.add(account + "mwi_enable", voicemail.isEmpty() ? 0 : 1, Layer.DEVICE)
        .add(account + "access_code_retrieve_voicemail", voicemail, Layer.DEVICE);
    addCodecs(out, account, settings.get("audio.codecs"));
  }

  /** Without a port the phone has its own. */
  private static void addServer(Parameters.Builder out, String name, String host, int port) {
    out.add(name + "address", host, Layer.DEVICE);
    if (port > 0) {
      out.add(name + "port", port, Layer.DEVICE);
    }
  }

  private static void addCodecs(Parameters.Builder out, String account, Settings.Value wanted) {
    List<String> codecs = codecs(wanted);
    for (int place = 1; place <= CODEC_PLACES && !codecs.isEmpty(); place++) {
      String codec = place <= codecs.size() ? codecs.get(place - 1) : "none";
      out.add(account + "codec_priority." + place, codec, wanted.origin());
    }
  }

  private static List<String> codecs(Settings.Value wanted) {
    return wanted.words().stream()
        .filter(CODECS::containsKey)
        .map(word -> CODECS.getOrDefault(word, ""))
        .toList();
  }

  /** What a layer says and this phone cannot be told. */
  static List<String> unsaid(Rendering rendering, SnomDialect dialect) {
    Settings settings = rendering.settings();
    List<String> unsaid = new ArrayList<>(TABLE.unsaid(settings, dialect));
    Settings.Value codecs = settings.get("audio.codecs");
    if (codecs(codecs).size() < codecs.words().size()) {
      unsaid.add("audio.codecs");
    }
    if (settings.get("resync.notify").text().equals("reboot")) {
      unsaid.add("resync.notify");
    }
    if (rendering.device().lines().isEmpty()) {
      SnomSettings.addIfSaid(unsaid, settings, "sip.srtp");
      SnomSettings.addIfSaid(unsaid, settings, "audio.codecs");
    }
    return unsaid;
  }
}
