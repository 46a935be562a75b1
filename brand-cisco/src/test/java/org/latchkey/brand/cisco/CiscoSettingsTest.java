package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.cisco.Samples.phone;
import static org.latchkey.brand.cisco.Samples.refused;
import static org.latchkey.testkit.brand.SamplePhone.behind;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.device.Line;
import org.latchkey.device.Registrar;
import org.latchkey.secret.Secret;

class CiscoSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "CP-8851-3PCC, web.https, no, Enable_Web_Server, No",
    "CP-8851-3PCC, web.https, yes, Enable_Protocol, Https",
    "CP-8851-3PCC, web.https.port, 8443, Web_Server_Port, 8443",
    "CP-8851-3PCC, phone.reset, guarded, Factory_Reset_Menu, No",
    "CP-8851-3PCC, phone.vendor-cloud, yes, Webex_Onboard_Enable, Yes",
    "CP-8851-3PCC, tls.ciphers, HIGH, TLS_Cipher_List, HIGH",
    "CP-8851-3PCC, syslog.level, notice, Debug_Level, NOTICE",
    "CP-8851-3PCC, sip.srtp, required, Secure_Call_Option_1_, Required",
    "CP-8851-3PCC, sip.dtmf, rfc2833+info, DTMF_Tx_Method_1_, AVT+INFO",
    "CP-8851-3PCC, sip.local-port, 5070, SIP_Port_1_, 5070",
    "CP-8851-3PCC, network.cdp, no, Enable_CDP, No",
    "CP-8851-3PCC, network.vlan.phone, 0, Enable_VLAN, No",
    "CP-8851-3PCC, display.language, en, Language_Selection, English-US",
    "CP-8851-3PCC, ldap.host, ldap.example, LDAP_Dir_Enable, Yes",
    "CP-8851-3PCC, phonebook.1.url, https://b.example/x.xml, XML_Directory_Service_URL, https://b.example/x.xml",
    "CP-8851-3PCC, dial.plan, 0|[1-9]xx.T, Dial_Plan_1_, (0|[1-9]xx.)",
    "9851, tls.version, 1.2, TLS_Min_Version, TLS 1.2",
    "9851, network.vlan.phone, 30, VLAN_ID, 30",
    "SPA504G, syslog.level, debug, Debug_Level, 3",
    "SPA504G, network.vlan.pc, 7, Enable_PC_Port_VLAN_Tagging, Yes",
    "SPA525G2, time.ntp.primary, ntp.example, NTP_Enable, Yes",
    "ATA192, tls.verify-host, yes, HTTPS_Name_Validate, Yes",
    "ATA192, phone.admin.name, boss, router-configuration/Web_Login_Admin_Name, boss",
    "ATA192, syslog.host, log.example, router-configuration/Log_Configuration/Syslog_Server_IP, log.example",
    "ATA192, web.https, no, router-configuration/Web_Management/Web_Utility_Access_HTTPS, 0",
    "SPA112, sip.srtp, optional, Secure_Call_Serv_1_, Yes",
  })
  void setting_isSaidInTheWordsOfTheFamily(
      String model, String setting, String value, String parameter, String said) {
    assertThat(phone(model, "").with(line(1)).set(setting, value).text().values())
        .containsEntry(parameter, said);
  }

  @ParameterizedTest
  @CsvSource({
    "CP-8851-3PCC, resync.notify, reboot",
    "CP-8851-3PCC, display.language, de",
    "CP-8851-3PCC, web.http.port, 8080",
    "CP-8851-3PCC, web.http, yes",
    "CP-8851-3PCC, phonebook.2.url, https://b.example/x",
    "CP-8851-3PCC, audio.codecs, 'g722,g723'",
    "9851, phonebook.1.url, https://b.example/x",
    "SPA504G, sip.srtp, required",
    "SPA504G, tls.version, 1.2",
    "ATA192, time.zone, Europe/Berlin",
    "ATA192, network.cdp, no",
  })
  void setting_thatCannotBeSaid_isRemarkedUpon(String model, String setting, String value) {
    assertThat(phone(model, "").with(line(1)).set(setting, value).explanation().remarks())
        .extracting(Remark::what)
        .contains(setting);
  }

  @Test
  void voicemail_ofTheSecondLine_isRemarkedUponIfItIsAnother() {
    assertThat(phone().with(line(1), line(2)).explanation().remarks()).isEmpty();
    Line other = mailed(2, Optional.of("*98"));
    assertThat(phone().with(line(1), other).explanation().remarks())
        .extracting(Remark::what)
        .containsExactly("lines[1].voicemail");
    assertThat(phone("ATA192", "").with(line(1)).explanation().remarks())
        .extracting(Remark::what)
        .contains("lines[0].voicemail");
  }

  @ParameterizedTest
  @CsvSource({
    "CP-8851-3PCC, UDP, 5060, UDP, No, sip.example:5060",
    "CP-8851-3PCC, TLS, 0, TLS, Yes, sip.example",
    "CP-8851-3PCC, DNS, 0, AUTO, Yes, sip.example",
    "SPA504G, TCP, 5062, TCP, No, sip.example:5062",
    "SPA504G, DNS, 0, UDP, Yes, sip.example",
  })
  void registrar_ofEachKind_isTold(
      String model,
      Registrar.Transport transport,
      int port,
      String word,
      String srv,
      String server) {
    ProfileXml text =
        phone(model, "").with(at(1, new Registrar("sip.example", port, transport))).text();
    assertThat(text.values())
        .containsEntry("SIP_Transport_1_", word)
        .containsEntry("Use_DNS_SRV_1_", srv)
        .containsEntry("Proxy_1_", server);
  }

  @Test
  void registrar_withAnAddressOfSixteenBytes_getsBrackets() {
    Registrar server = new Registrar("2001:db8::1", 5060, Registrar.Transport.UDP);
    assertThat(phone().with(at(1, server)).text().get("Proxy_1_")).isEqualTo("[2001:db8::1]:5060");
  }

  @Test
  void outboundProxy_saysHowRequestsTravel() {
    Registrar proxy = new Registrar("sbc.example", 5061, Registrar.Transport.TCP);
    ProfileXml text = phone("SPA504G", "").with(behind(line(1), proxy)).text();
    assertThat(text.values())
        .containsEntry("Outbound_Proxy_1_", "sbc.example:5061")
        .containsEntry("Use_Outbound_Proxy_1_", "Yes")
        .containsEntry("Use_Auth_ID_1_", "Yes")
        .containsEntry("SIP_Transport_1_", "TCP");
  }

  @Test
  void backup_isTheSecondOfAList() {
    Samples phone = phone().with(line(1)).set("sip.backup.host", "two.example");
    assertThat(phone.text().get("Proxy_1_"))
        .isEqualTo("sip.acme.example:SRV=sip.acme.example:5061:p=0|two.example:5061:p=1");
    assertThat(phone.text().get("Use_DNS_SRV_1_")).isEqualTo("Yes");
    assertThat(phone.set("sip.backup.port", "0").text().get("Proxy_1_"))
        .endsWith("|two.example:p=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.10", "2001:db8::1"})
  void backup_registrarIsAnAddress_listHasAWordForAName(String address) {
    Registrar server = new Registrar(address, 5060, Registrar.Transport.UDP);
    Samples phone = phone().with(at(1, server)).set("sip.backup.host", "two.example");
    assertThat(phone.text().get("Proxy_1_")).startsWith("servers1:SRV=").contains(address);
  }

  @Test
  void localPorts_areOneForEachLine() {
    ProfileXml text = phone().with(line(1), line(2)).set("sip.local-port", "5060").text();
    assertThat(text.get("SIP_Port_1_")).isEqualTo("5060");
    assertThat(text.get("SIP_Port_2_")).isEqualTo("5061");
  }

  @Test
  void codecs_theThreeBestAreNamedAndOthersSwitched() {
    ProfileXml text = phone().with(line(1)).set("audio.codecs", "opus,g722,pcmu,g729").text();
    assertThat(text.values())
        .containsEntry("Preferred_Codec_1_", "OPUS")
        .containsEntry("Second_Preferred_Codec_1_", "G722")
        .containsEntry("Third_Preferred_Codec_1_", "G711u")
        .containsEntry("G729a_Enable_1_", "Yes")
        .containsEntry("iLBC_Enable_1_", "No");
    assertThat(phone().with(line(1)).set("audio.codecs", "pcma").text().values())
        .containsEntry("Preferred_Codec_1_", "G711a")
        .containsEntry("Second_Preferred_Codec_1_", "Unspecified");
    assertThat(phone().with(line(1)).set("audio.codecs", "g723").text().names())
        .noneMatch(name -> name.contains("Codec"));
  }

  @Test
  void line_thatTheModelHasNot_isRefused() {
    refused(() -> phone("SPA301", "").with(line(2)).bytes(), "device", "lines[0].number");
  }

  @Test
  void user_of64Characters_isOneTooLong() {
    refused(() -> phone().with(named("x".repeat(64))).bytes(), "device", "lines[0].user");
    assertThat(phone().with(named("x".repeat(63))).text().get("User_ID_1_")).hasSize(63);
  }

  private static Line named(String user) {
    return new Line(
        1,
        "l",
        "d",
        user,
        "a",
        Secret.of("x"),
        new Registrar("sip.example", 5060, Registrar.Transport.UDP),
        Optional.empty(),
        3600,
        Optional.empty());
  }

  private static Line at(int number, Registrar registrar) {
    return made(number, registrar, Optional.empty());
  }

  private static Line mailed(int number, Optional<String> voicemail) {
    return made(number, new Registrar("sip.example", 5060, Registrar.Transport.UDP), voicemail);
  }

  private static Line made(int number, Registrar registrar, Optional<String> voicemail) {
    return new Line(
        number,
        "l",
        "d",
        "10" + number,
        "a",
        Secret.of("x"),
        registrar,
        Optional.empty(),
        3600,
        voicemail);
  }
}
