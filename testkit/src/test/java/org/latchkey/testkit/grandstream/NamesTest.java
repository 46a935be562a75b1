package org.latchkey.testkit.grandstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "provisioning.config.serverPath, h/cfg, P237, h/cfg",
    "provisioning.config.protocol, TFTP, P212, 0",
    "provisioning.config.protocol, HTTP, P212, 1",
    "provisioning.config.protocol, HTTPS, P212, 2",
    "provisioning.config.protocol, 2, P212, 2",
    "provisioning.config.protocol, FTP, P212, 3",
    "provisioning.config.protocol, FTPS, P212, 4",
    "provisioning.config.username, u, P1360, u",
    "provisioning.config.password, No, P1361, No",
    "provisioning.config.filePassword, k, P1359, k",
    "provisioning.config.filePrefix, a, P234, a",
    "provisioning.config.filePostfix, b, P235, b",
    "provisioning.config.processAll.enable, Yes, P8467, 1",
    "provisioning.alwaysAuthenticateBeforeChallenge, Yes, P20713, 1",
    "provisioning.override.dhcp.allowCommonOptions, No, P145, 0",
    "provisioning.override.dhcp.allowCommonOptions, Yes, P145, 1",
    "provisioning.override.dhcp.allowCommonOptions, Fallback, P145, 2",
    "provisioning.3cxAutoProvision, No, P1414, 0",
    "provisioning.auto.mode, No, P194, 0",
    "provisioning.auto.mode, YesUpgradeMin, P194, 1",
    "provisioning.auto.mode, YesUpgradeHourOfDay, P194, 2",
    "provisioning.auto.mode, YesUpgradeDayOfWeek, P194, 3",
    "provisioning.auto.minute, 60, P193, 60",
    "provisioning.firmware.serverPath, h/fw, P192, h/fw",
    "provisioning.firmware.protocol, HTTP, P6767, 1",
    "provisioning.firmware.username, u, P6768, u",
    "provisioning.firmware.password, p, P6769, p",
    "provisioning.firmware.checkCondition, AlwaysCheck, P238, 0",
    "provisioning.firmware.checkCondition, CheckWhenChange, P238, 1",
    "provisioning.firmware.checkCondition, SkipCheck, P238, 2",
    "phonebook.download.mode, Disabled, P330, 0",
    "phonebook.download.mode, EnabledUseHTTP, P330, 1",
    "phonebook.download.mode, EnabledUseTFTP, P330, 2",
    "phonebook.download.mode, EnabledUseHTTPS, P330, 3",
    "phonebook.download.server, h/pb, P331, h/pb",
    "phonebook.download.username, u, P6713, u",
    "phonebook.download.password, p, P6714, p",
    "security.validate.serverCertificate, Yes, P8463, 1",
    "provisioning.validateHostnameInCertificate, Yes, P22030, 1",
    "users.admin.password, a, P2, a",
    "users.user.password, b, P196, b",
    "account.1.sip.subscriber.password, s, P34, s",
    "dateTime.timezone, TZN+0, P64, TZN+0",
    "network.port.eth.1.vlan.tag, 7, P51, 7",
    "account.2.sip.userid, 200, account.2.sip.userid, 200"
  })
  void read_name_numberAndValue(String alias, String value, String name, String stored) {
    Names.Setting expected = new Names.Setting(name, stored);

    assertThat(Names.CAMEL_CASE.read(alias, value)).hasValue(expected);
    assertThat(Names.LOWER_CASE.read(alias.toLowerCase(Locale.ROOT), value)).hasValue(expected);
    assertThat(Names.P_ONLY.read(alias, value)).isEmpty();
  }

  @Test
  void read_otherLetterCase_anotherNameOrNone() {
    assertThat(Names.CAMEL_CASE.read("provisioning.config.serverpath", "x"))
        .hasValue(new Names.Setting("provisioning.config.serverpath", "x"));
    assertThat(Names.LOWER_CASE.read("provisioning.config.serverPath", "x")).isEmpty();
  }
}
