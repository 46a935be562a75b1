package org.latchkey.brand.snom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.snom.Samples.phone;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of the C family and must hold of every file: a test for each statement. */
class SnomTreeFactsTest {
  @Test
  void tree_isWithinOneElement_andHasOneAddressWithoutAUser() {
    Samples phone = phone("C520-WiMi", "").with(line(1));
    assertThat(phone.file().get("provisioning.server_address"))
        .isEqualTo("https://prov.example/cfg/C520-WiMi_000413AABBCC.cfg");
    assertThat(new String(phone.bytes(), StandardCharsets.UTF_8)).endsWith("</settings>\n");
  }

  @Test
  void tree_nameThatNoTemplateHas_isNotWrittenEvenIfForced() {
    for (String name :
        List.of("provisioning.sever_username", "sip_account.1.dscpp", "network.vlan.wan.id")) {
      Samples phone = phone("C520-WiMi", "").with(line(1)).set("snom:" + name, "7");
      assertThat(phone.file().names()).as(name).doesNotContain(name);
      assertThat(phone.explanation().remarks())
          .anyMatch(remark -> remark.what().equals("snom:" + name));
    }
  }

  @Test
  void tree_provisioningModule_isReservedAsAWhole() {
    for (String name :
        List.of(
            "provisioning.crypto_enable",
            "provisioning.anything",
            "PROVISIONING.Server_Address",
            "tr069.acs.url")) {
      assertThat(Samples.BRAND.renderer().reserves(name)).as(name).isTrue();
    }
  }

  @Test
  void languages_neverMeetInOneFile() {
    Samples desk = phone().with(line(1)).set("snom:sip_account.1.dscp", "46");
    assertThat(desk.file().names()).noneMatch(name -> name.contains("dscp"));
    Samples room = phone("C620", "").with(line(1)).set("snom:dim_timer", "46");
    assertThat(room.file().names()).noneMatch(name -> name.contains("dim_timer"));
    assertThat(desk.explanation().remarks())
        .anyMatch(remark -> remark.what().equals("snom:sip_account.1.dscp"));
  }

  @Test
  void tree_firmwareServer_hasACredentialOfItsOwnOnlyIfItIsOurs() {
    Samples phone = phone("C620", "").set("firmware.url", "https://prov.example/cfg/fw/a.img");
    assertThat(phone.file().get("provisioning.fw_server_username")).isEqualTo("000413aabbcc");
    phone.set("firmware.url", "https://elsewhere.example/a.img");
    assertThat(phone.file().get("provisioning.fw_server_username")).isEmpty();
    assertThat(phone.file().get("provisioning.fw_server_access_password")).isEmpty();
    assertThat(phone.proven(false).file().has("provisioning.firmware_url")).isFalse();
  }

  @Test
  void tree_booleansAndCodecs_areItsOwnWords() {
    SnomFile file =
        phone("C520-WiMi", "").with(line(1)).set("audio.codecs", "g722,opus,pcmu").file();
    assertThat(file.get("sip_account.1.sip_account_enable")).isEqualTo("1");
    assertThat(file.get("sip_account.1.codec_priority.1")).isEqualTo("g722");
    assertThat(file.get("sip_account.1.codec_priority.2")).isEqualTo("g711u");
    assertThat(file.get("sip_account.1.codec_priority.7")).isEqualTo("none");
  }
}
