package org.latchkey.example.fanvil;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Product;
import org.latchkey.device.MacAddress;
import org.latchkey.testkit.contract.RecogniserLaws;

class FanvilRecogniserTest {
  private final RecogniserLaws laws = new RecogniserLaws(new FanvilBrand().recogniser());

  @ParameterizedTest
  @CsvSource({
    "Fanvil X4U 2.12.16.17 0c383e07e16c, X4U, 2.12.16.17",
    "Fanvil X6U Pro 0.0.10 0c383e2cd782, X6U-Pro, 0.0.10",
    "Fanvil H2U-V2 2.12.0 0c383e32342e, H2U-V2, 2.12.0"
  })
  void product_asPhonesSayIt_isRead(String header, String model, String firmware) {
    MacAddress mac = MacAddress.of(header.substring(header.length() - 12));
    assertThat(laws.header(header)).contains(new Product(model, firmware, Optional.of(mac), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fanvil",
        "Fanvil ",
        "Fanvil X4U",
        "Fanvil X4U 2.12",
        "Fanvil  2.12 0c383e07e16c",
        "Fanvil X4U 2.12 0c383e07e16",
        "Fanvil X4U two 0c383e07e16c",
        "Fanvil X4\u00dc 2.12 0c383e07e16c",
        "Yealink SIP-T46S 66.86.0.15 0c383e07e16c"
      })
  void product_ofAnythingElse_isEmpty(String header) {
    assertThat(laws.header(header)).isEmpty();
  }

  @Test
  void file_ofOnePhoneOrOfAModel_isClaimed() {
    assertThat(laws.file("0c383e07e16c.cfg"))
        .contains(new FileClaim(FileRole.DEVICE, Optional.of(MacAddress.of("0c383e07e16c"))));
    assertThat(laws.file("f0X4hw1.100.cfg"))
        .contains(new FileClaim(FileRole.COMMON, Optional.empty()));
    assertThat(laws.file("x0X4hw1.100.cfg")).isEmpty();
  }
}
