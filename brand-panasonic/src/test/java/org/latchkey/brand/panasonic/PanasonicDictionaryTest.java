package org.latchkey.brand.panasonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.testkit.brand.SamplePhone.key;
import static org.latchkey.testkit.brand.SamplePhone.line;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.Model;
import org.latchkey.config.KeyDictionary;
import org.latchkey.device.LineKey;

/** No parameter is written that no source knows. */
class PanasonicDictionaryTest {
  private final KeyDictionary dictionary = Samples.BRAND.renderer().dictionary().orElseThrow();

  @Test
  void everyModel_everySettingOn_everyParameterIsKnown() {
    Set<String> unknown = new TreeSet<>();
    LineKey.Type[] types = {LineKey.Type.LINE, LineKey.Type.BLF, LineKey.Type.SPEED_DIAL};
    for (Model model : Samples.BRAND.models().all()) {
      for (boolean proven : new boolean[] {false, true}) {
        Samples phone = Samples.phone(model.name()).proven(proven).with(line(1));
        int keys = model.keys() + PanasonicModels.expansionKeys(model);
        for (int position = 1; position <= keys; position++) {
          phone.with(key(position, types[position % types.length], "101", "Bob"));
        }
        unknown.addAll(phone.everySetting(Samples.FORMS).unknownParameters());
      }
    }
    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SIP_PASS_8, SIP_PASS_N",
    "SIP_TIMER_T1_2, SIP_TIMER_T1_N",
    "CODEC_ENABLE0_6, CODEC_ENABLEN_N",
    "SDP_PTYPE4_8, SDP_PTYPEN_N",
    "FLEX_BUTTON_LABEL12, FLEX_BUTTON_LABELN",
    "DSS_BUTTON_FACILITY_ACT40, DSS_BUTTON_FACILITY_ACTN",
    "SIP_URI_PS255_1, SIP_URI_PSN_N",
    "OUTGOING_CALL_LINE_HS6, OUTGOING_CALL_LINE_HSN",
    "EMERGENCY_CALL5, EMERGENCY_CALLN",
    "CFG_FILE_KEY2, CFG_FILE_KEY2",
    "RFC2543_HOLD_ENABLE_1, RFC2543_HOLD_ENABLE_N",
    "Device/Lines/Line.4/Sip/SIP_PASS, Device/Lines/Line.N/Sip/SIP_PASS",
    "Device/Lines/Line.1/CallCtrl/ACD_REASONCODE_NAME10, "
        + "Device/Lines/Line.N/CallCtrl/ACD_REASONCODE_NAMEN",
    "Initial/Certs/CFG_ROOT_CERTIFICATE_PATH2, Initial/Certs/CFG_ROOT_CERTIFICATE_PATH2",
  })
  void normal_nameWithIndices_isThatOfTheDictionary(String name, String form) {
    assertThat(PanasonicNames.normal(name)).isEqualTo(form);
    assertThat(dictionary.knows(name)).isTrue();
    assertThat(dictionary.names()).contains(form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIP_PASSS_1", "ADMINPASS", "PROFILE_ENABLE1", "Device/SIP_PASS", "SIP"})
  void knows_slipOfThePen_isFalse(String name) {
    assertThat(dictionary.knows(name)).isFalse();
  }
}
