package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.cisco.Samples.phone;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Renderer;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;

class CiscoReservedTest {
  private final Renderer renderer = Samples.BRAND.renderer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Profile_Rule",
        "profile_rule",
        "PROFILE_RULE_B",
        "Profile_Rule_C",
        "Profile_Rule_D",
        "Profile_Rule_Menu",
        "Report_Rule",
        "Resync_Periodic",
        "Resync_At__HHmm_",
        "Resync_At_HHmm_",
        "resync_at_hhmm",
        "Resync_Trigger_1",
        "Resync_Error_Retry_Delay",
        "Provision_Enable",
        "DHCP_Option_To_Use",
        "DHCPv6_Option_To_Use",
        "Transport_Protocol",
        "Custom_CA_Rule",
        "Custom_CA_RULE",
        "Custom_CA_URL",
        "custom_ca_option",
        "HTTPS_Name_Validate",
        "TLS_Min_Version",
        "Restricted_Access_Domains",
        "HTTP_User_Agent_Name",
        "Profile_Authentication_Type",
        "User_Configurable_Resync",
        "Upgrade_Enable",
        "Enable_Direct_Action_Url",
        "Enable_TR-069",
        "ACS_URL",
        "BACKUP_ACS_URL",
        "TR-069_Fallback_Support",
        "router-configuration/TR_069/TR_069_ACS_URL",
        "router-configuration/Profile_Rule",
        "Webex_Onboard_Enable",
        "SPCP_Auto-detect",
        "IKM_HTTP_Encrypt_Content",
      })
  void reserves_whatKeepsThePhone_inAnySpelling(String name) {
    assertThat(renderer.reserves(name)).isTrue();
    Samples phone = phone().set(Layer.DEVICE, "cisco:" + name, "https://evil.example/");
    assertThat(new String(phone.bytes(), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("evil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Proxy_1_",
        "Upgrade_Rule",
        "GPP_A",
        "Dial_Plan_1_",
        "Forced_Resync_Delay",
        "Log_Request_Msg",
        "Enable_Web_Server",
        "_",
        "/",
        "Profile_",
      })
  void reserves_otherNames_not(String name) {
    assertThat(renderer.reserves(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upgrade_Rule",
        "upgrade_rule",
        "UPGRADE_RULE",
        "Cisco_Headset_Upgrade_Rule",
        "Downgrade_Rev_Limit",
        "Peer_Firmware_Sharing",
        "Trans_Auth_Rule",
        "trans_auth_type",
      })
  void namesFirmware_whatBringsAnother_waitsForTheProof(String name) {
    assertThat(renderer.namesFirmware(name)).isTrue();
    Samples phone = phone().set(Layer.DEVICE, "cisco:" + name, "fw4711");
    assertThat(phone.proven(false).text().values()).doesNotContainValue("fw4711");
    assertThat(phone.proven(true).text().values()).containsValue("fw4711");
  }

  @Test
  void upgradeRule_ofAnAdministrator_mayHaveConditions() {
    String rule = "($SWVER lt 7.5.2b) ? https://fw.example/1.bin | https://fw.example/2.bin";
    Samples phone = phone("SPA504G", "").set(Layer.MODEL, "cisco:Upgrade_Rule", rule);
    assertThat(phone.text().get("Upgrade_Rule")).isEqualTo(rule);
  }

  @Test
  void holdsSecret_ofRulesAndKeys_isYes() {
    for (String name :
        List.of(
            "Profile_Rule",
            "profile_rule_b",
            "Report_Rule",
            "Password_1_",
            "Admin_Passwd",
            "GPP_SA",
            "IKM_HTTP_Encrypt_Content",
            "pskKey_1_",
            "wepKey0_1_",
            "SRTP_Private_Key_1_",
            "router-configuration/SNMP/Get_Community")) {
      assertThat(renderer.holdsSecret(name)).as(name).isTrue();
    }
    assertThat(renderer.holdsSecret("Proxy_1_")).isFalse();
    assertThat(renderer.holdsSecret("Profile_Rule_Menu")).isFalse();
  }

  @Test
  void preview_ofTheRule_isMaskedWhole() {
    assertThat(phone().parameters().masked().list())
        .filteredOn(p -> p.name().equals("Profile_Rule"))
        .extracting(Parameter::value)
        .containsExactly(Parameter.MASK);
  }
}
