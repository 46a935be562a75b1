package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.brand.Explanation.Remark;
import org.latchkey.brand.Model;
import org.latchkey.config.KeyDictionary;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;
import org.latchkey.device.LineKey;

/** No parameter is written that no source knows, nor in another family's spelling. */
class CiscoDictionaryTest {
  private static final List<String> FIRMWARE =
      List.of("", "7.5.2b", "11.0", "11-3-1MSR2", "12.0.7");

  private final KeyDictionary dictionary = Samples.BRAND.renderer().dictionary().orElseThrow();

  @Test
  void everyModel_everySettingOn_everyParameterIsKnownInItsFamily() {
    Set<String> unknown = new TreeSet<>();
    Set<String> foreign = new TreeSet<>();
    for (Model model : Samples.BRAND.models().all()) {
      if (model.noCredential().isPresent()) {
        continue;
      }
      for (String firmware : FIRMWARE) {
        Samples phone = Samples.phone(model.name(), firmware).with(Samples.line(1));
        LineKey.Type[] types = {LineKey.Type.NONE, LineKey.Type.BLF, LineKey.Type.SPEED_DIAL};
        int keys = model.keys() + CiscoModels.moduleKeys(model);
        for (int position = 1; position <= keys; position++) {
          phone.with(Samples.key(position, types[position % types.length], "101", "Bob"));
        }
        phone.everySetting(Map.of());
        unknown.addAll(phone.unknownParameters());
        for (Parameter written : phone.parameters().list()) {
          if (!Samples.BRAND.renderer().speaks(model, written.name())) {
            foreign.add(model.name() + " " + written.name());
          }
        }
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(foreign).isEmpty();
  }

  @Test
  void knows_anyIndex_butNoSlipOfThePen() {
    assertThat(dictionary.knows("Proxy_1_")).isTrue();
    assertThat(dictionary.knows("Unit_3_Key_32_")).isTrue();
    assertThat(dictionary.knows("router-configuration/TR_069/TR_069_ACS_URL")).isTrue();
    // left adapters without a registrar once
    assertThat(dictionary.knows("proxy_1_")).isFalse();
    assertThat(dictionary.nearest("proxy_1_")).contains("Proxy_N_");
  }

  @Test
  void spellings_everyOne_isInTheDictionary() {
    for (List<String> row : CiscoTable.rows("spellings.txt")) {
      for (String name : CiscoTable.words(row.get(1))) {
        assertThat(dictionary.names()).contains(name);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CP-8851-3PCC, Admin_Passwd, Admin_Password",
    "SPA504G, Admin_Password, Admin_Passwd",
    "SPA504G, Unit_1_Key_1_, Unit_1_Key_1",
    "9851, Unit_1_Key_1_, Unit_1_Short_Name_1_",
    "CP-8851-3PCC, Call_UnPark_Code, Call_Unpark_Code",
    "SPA504G, Call_Unpark_Code, Call_UnPark_Code",
    "ATA192, SIP_TOS_DiffServ_Value_1_, SIP_ToS_DiffServ_Value_1_",
    "CP-8851-3PCC, SIP_ToS_DiffServ_Value_1_, SIP_TOS_DiffServ_Value_1_",
    "CP-8851-3PCC, Phone-UI-user-mode, Phone-UI-User-Mode",
    "CP-8851-3PCC, router-configuration/SSH/SSH_ACCESS, Enable_CDP",
    "ATA192, Log_Request_Msg, Log_Resync_Request_Msg",
  })
  void override_inAnotherFamilysSpelling_isReportedAndNotWritten(
      String model, String foreign, String own) {
    Samples phone =
        Samples.phone(model, "")
            .set(Layer.DEVICE, "cisco:" + foreign, "4711")
            .set(Layer.DEVICE, "cisco:" + own, "4712");
    assertThat(phone.text().values()).doesNotContainValue("4711").containsEntry(own, "4712");
    assertThat(phone.explanation().remarks())
        .extracting(Remark::what)
        .contains("cisco:" + foreign)
        .doesNotContain("cisco:" + own);
  }
}
