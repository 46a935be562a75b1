package org.latchkey.brand.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.snom.SnomGate.FILE;
import static org.latchkey.testkit.brand.BrandGate.PASS;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.Product;
import org.latchkey.secret.Credential;

/**
 * The address typed without a slash at its end, which may be that of a file to the phone (Snom
 * Service Hub, Auto Provisioning): then it asks it as it is.
 */
class SnomBareUrlTest {
  private static final String HEADER =
      "Mozilla/4.0 (compatible; snomD785-SIP 10.1.33.33 2010.12-00004-g9ba52f5 000413AABBCC SXM:0"
          + " UXM:0)";

  /** Of firmware before 8.7.5. */
  private static final String OLD_HEADER = "Mozilla/4.0 (compatible; snom720-SIP 8.7.3.17)";

  private static final URI URL = URI.create("https://prov.example/cfg/");

  @Test
  void bareUrl_whereTheHeaderNamesTheMac_isTheDeviceFile() {
    SnomGate gate = new SnomGate();
    gate.arm();
    assertThat(gate.ask("GET", "", HEADER).headers())
        .isEqualTo(gate.ask("GET", FILE, HEADER).headers());
    Credential own = gate.carried(gate.ask("GET", "", PASS, HEADER));
    assertThat(gate.state()).isEqualTo("issued");
    gate.settle();
    assertThat(gate.ask("GET", "", own, HEADER).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("provisioned");
    assertThat(gate.ask("GET", "", PASS, HEADER).status()).isEqualTo(401);
  }

  @Test
  void bareUrl_ofOldFirmware_sendsThePhoneToItsOwnFile() {
    SnomGate gate = new SnomGate();
    gate.arm();
    var stub = gate.ask("GET", "", PASS, OLD_HEADER);
    SnomFile file = SnomFile.of(stub.body());
    assertThat(file.get("setting_server")).isEqualTo("https://prov.example/cfg/snom-{mac}.htm");
    assertThat(file.get("http_client_user")).isEqualTo(PASS.username());
    assertThat(file.get("settings_refresh_timer")).isEqualTo("60");
    assertThat(gate.state()).isEqualTo("armed");
    assertThat(gate.carried(gate.ask("GET", FILE, PASS, OLD_HEADER)).username())
        .isEqualTo(SnomGate.MAC.toString());
  }

  @Test
  void bareUrl_ofOldFirmwareWhereNoPhoneIsArmed_isRefused() {
    assertThat(new SnomGate().ask("GET", "", PASS, OLD_HEADER).status()).isEqualTo(404);
  }

  @Test
  void bareUrl_ofBasesAndConferencePhones_isNoFile() {
    for (String model : List.of("M900", "C620")) {
      Product product = new Product(model, "1.0", Optional.empty(), true);
      assertThat(Samples.BRAND.recogniser().bareUrl(product)).as(model).isEmpty();
    }
  }

  @Test
  void stub_ofAPassThatThePhoneCannotShow_isNone() {
    for (String password : List.of("two words", "x".repeat(21), "{mac}")) {
      Credential shown = Credential.of("firstboot", password);
      assertThat(Samples.BRAND.renderer().stub("", URL, shown)).isEmpty();
    }
  }
}
