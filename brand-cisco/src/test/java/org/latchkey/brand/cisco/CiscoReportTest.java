package org.latchkey.brand.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.latchkey.brand.cisco.Samples.phone;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.UploadKind;
import org.latchkey.config.Layer;
import org.latchkey.config.Parameter;
import org.latchkey.device.MacAddress;

/** Where phones send their configuration, and what else they may send. */
class CiscoReportTest {
  private static final String REPORT = "report.configuration";

  private static String rule(Samples phone) {
    return phone.text().get("Report_Rule");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CP-8851-3PCC", "9851", "SPA504G", "SPA525G2", "SPA112", "ATA192"})
  void reportRule_askedForAndProven_ownBracketAndAddress(String model) {
    Samples phone = phone(model, "").set(Layer.DOMAIN, REPORT, "yes").proven(true);

    String profile = phone.text().get("Profile_Rule");
    String bracket = profile.substring(0, profile.indexOf(']') + 1);
    String folder = profile.substring(bracket.length(), profile.lastIndexOf('/') + 1);
    assertThat(bracket).startsWith("[--uid ");
    assertThat(folder).startsWith(" https://");
    assertThat(rule(phone)).isEqualTo(bracket + folder + "cisco-00562b043615-report.xml");
  }

  @Test
  void reportRule_notAskedForOrNotProven_blank() {
    assertThat(rule(phone().proven(true))).isEmpty();
    assertThat(rule(phone().set(Layer.DEVICE, REPORT, "no").proven(true))).isEmpty();
    assertThat(rule(phone().set(Layer.DEVICE, REPORT, "yes").proven(false))).isEmpty();
  }

  @Test
  void reportRule_preview_isMaskedWhole() {
    assertThat(phone().set(Layer.DEVICE, REPORT, "yes").proven(true).parameters().masked().list())
        .filteredOn(p -> p.name().equals("Report_Rule"))
        .extracting(Parameter::value)
        .containsExactly(Parameter.MASK);
  }

  @ParameterizedTest
  @CsvSource({
    "cisco-00562b043615-report.xml",
    "CISCO-00562B043615-Report.XML",
    "cisco-00562b043615-prt.tar.gz",
  })
  void file_ofOnePhone_isSentAndNeverComesBack(String name) {
    assertThat(Samples.BRAND.recogniser().file(name))
        .contains(new FileClaim(FileRole.UPLOAD, Optional.of(MacAddress.of("00562b043615"))));
    assertThat(Samples.BRAND.renderer().uploadKind(name)).isEqualTo(UploadKind.LOG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cisco-00562b04361-report.xml",
        "cisco-00562b043615-report.xml2",
        "cisco-00562b043615report.xml",
        "00562b043615-report.xml",
        "cisco-000000000000-report.xml",
        "cisco-00562b043615-prt.tar",
        "cisco--report.xml",
      })
  void file_likeIt_isNot(String name) {
    assertThat(Samples.BRAND.recogniser().file(name).map(FileClaim::role))
        .isNotEqualTo(Optional.of(FileRole.UPLOAD));
  }
}
