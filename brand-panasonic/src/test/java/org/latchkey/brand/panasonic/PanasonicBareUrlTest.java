package org.latchkey.brand.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.panasonic.PanasonicGate.AGENT;
import static org.latchkey.brand.panasonic.PanasonicGate.MODEL_FILE;
import static org.latchkey.brand.panasonic.PanasonicGate.PASS;
import static org.latchkey.brand.panasonic.Samples.FILE;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.secret.Credential;

/**
 * The provisioning URL typed without a slash at its end: an address that was typed is that of a
 * file, whatever its name (administrator guide of KX-HDV100), and is asked as it is.
 */
class PanasonicBareUrlTest {
  @Test
  void bareUrl_whereTheHeaderNamesTheMac_isTheDeviceFile() {
    PanasonicGate gate = new PanasonicGate();
    gate.arm();
    assertThat(gate.ask("GET", "", AGENT).headers())
        .isEqualTo(gate.ask("GET", MODEL_FILE, AGENT).headers());
    Credential own = gate.carried(gate.ask("GET", "", PASS, AGENT));
    assertThat(gate.state()).isEqualTo("issued");
    gate.settle();
    assertThat(gate.ask("GET", FILE, own, AGENT).status()).isEqualTo(200);
    assertThat(gate.state()).isEqualTo("provisioned");
  }

  @ParameterizedTest
  @CsvSource({
    "KX-HDV230N, # Panasonic SIP Phone Standard Format File #, CFG_STANDARD_FILE_PATH",
    "KX-TGP500B04, # PCC Standard Format File #, CFG_STANDARD_FILE_PATH",
    "KX-UTG200B, PANASIPPhoneConfig, Initial/CfgFiles/CFG_STANDARD_FILE_PATH",
  })
  void bareUrl_ofAnUnknownMac_sendsThePhoneOnInItsForm(String model, String first, String name) {
    PanasonicGate gate = new PanasonicGate();
    String header = "Panasonic_" + model + "/01.103";
    PhoneFile nothing = PhoneFile.of(gate.ask("GET", "", PASS, header).body());
    assertThat(nothing.first()).startsWith(first);
    assertThat(nothing.names()).isEmpty();
    gate.arm();
    gate.advance(Duration.ofMinutes(1));
    PhoneFile stub = PhoneFile.of(gate.ask("GET", "", PASS, header).body());
    assertThat(stub.first()).startsWith(first);
    assertThat(stub.names()).containsExactly(name);
    assertThat(gate.state()).isEqualTo("armed");
  }

  @Test
  void bareUrl_passShownAgainByAHealthyPhone_getsAFileThatChangesNothing() {
    PanasonicGate gate = new PanasonicGate();
    gate.provisioned();
    var answer = gate.ask("GET", "", PASS, AGENT);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(PhoneFile.of(answer.body()).names()).isEmpty();
    assertThat(gate.state()).isEqualTo("provisioned");
  }
}
