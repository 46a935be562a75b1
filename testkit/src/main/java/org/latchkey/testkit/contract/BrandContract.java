package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.BootSequence.BootFile;
import org.latchkey.brand.Brand;
import org.latchkey.brand.FileClaim;
import org.latchkey.brand.FileRole;
import org.latchkey.brand.Model;
import org.latchkey.brand.Renderer;
import org.latchkey.config.Parameter;
import org.latchkey.device.Device;
import org.latchkey.device.DeviceIdentity;
import org.latchkey.device.Entry;
import org.latchkey.device.MacAddress;
import org.latchkey.error.LatchkeyException;

/**
 * What a {@link Brand} must do, as far as that can be told without knowing its grammar.
 *
 * <p>Equal inputs give equal bytes; every file that a phone asks for has the role that the brand's
 * recogniser gives it; every device file holds the provisioning URL and the phone's own credential;
 * no value of a device becomes a second parameter; no override touches what is reserved, nor does
 * one that a phone has uploaded; before the proof no firmware is named; every model of the
 * catalogue can be rendered.
 *
 * @since 1.0
 */
public abstract class BrandContract {
  /** For implementations. */
  protected BrandContract() {}

  /**
   * Makes the brand.
   *
   * @return the brand, new at each call if it can be made anew
   */
  protected abstract Brand brand();

  /**
   * Makes up devices of the brand, each of a known model; the more lines, keys and overrides they
   * have, the more is tested.
   *
   * @return at least one device with at least one line
   */
  protected abstract List<Device> devices();

  /**
   * Lists the names of the parameters in a device file, in order and with repetitions. The default
   * knows XML, of which it lists elements and attributes, and files of lines with {@code =} in
   * them, of which it lists what is left of the first one.
   *
   * @param file the file's bytes
   * @return the names
   */
  protected List<String> names(byte[] file) {
    return FileNames.of(file);
  }

  @Test
  void id_isLowerCase() {
    assertThat(brand().id()).matches("[a-z0-9]+");
  }

  @Test
  void devices_haveLinesAndKnownModels() {
    assertThat(devices()).isNotEmpty();
    assertThat(devices().get(0).lines()).isNotEmpty();
    for (Device device : devices()) {
      assertThat(device.identity().brand()).isEqualTo(brand().id());
      assertThat(brand().models().find(device.identity().model())).isPresent();
    }
  }

  @Test
  void write_sameInputsTwice_sameBytes() {
    for (Device device : devices()) {
      for (boolean proven : new boolean[] {false, true}) {
        byte[] once = BrandSample.of(brand(), device).proven(proven).bytes();
        assertThat(BrandSample.of(brand(), device).proven(proven).bytes()).isEqualTo(once);
      }
    }
  }

  @Test
  void deviceFile_provenOrNot_holdsUrlAndCredential() {
    for (Device device : devices()) {
      for (boolean proven : new boolean[] {false, true}) {
        assertKeepsThePhone(BrandSample.of(brand(), device).proven(proven).bytes());
      }
    }
  }

  @Test
  void bootSequence_everyFile_hasTheRoleOfItsRecogniser() {
    for (Device device : devices()) {
      assertRolesAgree(device.identity());
    }
  }

  @Test
  void preview_masked_holdsNoSecret() {
    for (Device device : devices()) {
      BrandSample sample = BrandSample.of(brand(), device);
      String shown = text(brand().renderer().write(sample.parameters().masked()));
      assertThat(shown).doesNotContain(BrandSample.PASSWORD);
      for (String password : BrandSample.PHONE_PASSWORDS.values()) {
        assertThat(shown).doesNotContain(password);
      }
    }
  }

  @Test
  void deviceFile_beforeTheProof_namesNoFirmware() {
    Entry firmware = new Entry("firmware.url", "https://firmware.example/image", "");
    for (Device device : devices()) {
      BrandSample sample = BrandSample.of(brand(), device).with(firmware);
      assertThat(text(sample.proven(false).bytes())).doesNotContain("firmware.example");
    }
  }

  @Test
  void everyModel_withOneLine_renders() {
    DeviceIdentity first = devices().get(0).identity();
    assertThat(brand().models().all()).isNotEmpty();
    for (Model model : brand().models().all()) {
      DeviceIdentity identity =
          new DeviceIdentity(
              first.mac(), first.brand(), model.name(), first.owner(), first.generation());
      Device device = BrandSample.withOneLine(identity, devices().get(0).lines().get(0));
      assertThat(brand().models().find(model.name().toLowerCase(Locale.ROOT))).isPresent();
      assertRolesAgree(identity);
      assertKeepsThePhone(BrandSample.of(brand(), device).bytes());
    }
  }

  @Test
  void reserved_everyParameter_isOutOfReachOfOverrides() {
    for (Device device : devices()) {
      BrandSample sample = BrandSample.of(brand(), device);
      byte[] untouched = sample.bytes();
      for (Parameter reserved : brand().renderer().reserved(sample.rendering()).list()) {
        assertThat(brand().renderer().reserves(reserved.name())).as(reserved.name()).isTrue();
        Entry override =
            new Entry(brand().id() + ":" + reserved.name(), "https://evil.example/", "");
        assertThat(sample.with(override).bytes()).as(reserved.name()).isEqualTo(untouched);
      }
    }
  }

  @Test
  void withoutReserved_wholeConfigurationUploaded_keepsNothingReserved() {
    Renderer renderer = brand().renderer();
    for (Device device : devices()) {
      byte[] sent = BrandSample.of(brand(), device).bytes();
      Optional<byte[]> once = renderer.withoutReserved(sent.clone());
      Optional<byte[]> again = renderer.withoutReserved(sent);
      assertThat(again.isPresent()).isEqualTo(once.isPresent());
      if (once.isPresent()) {
        assertThat(again.get()).isEqualTo(once.get());
        assertThat(names(once.get())).noneMatch(renderer::reserves);
        assertThat(text(once.get()))
            .doesNotContain(BrandSample.URL_WITHOUT_SCHEME)
            .doesNotContain(BrandSample.PASSWORD);
      }
    }
  }

  @Test
  void withoutReserved_anyBytes_throwsNothing() {
    byte[] start = BrandSample.of(brand(), devices().get(0)).bytes();
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = start.clone();
      for (int j = 0; j < 20; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      Optional<byte[]> fit = brand().renderer().withoutReserved(bytes);
      assertThat(fit.map(b -> b.length).orElse(0)).isLessThan(4 * bytes.length);
    }
  }

  @Test
  void hostileValue_inAnyField_isRefusedOrStaysAValue() {
    for (Device device : devices()) {
      for (HostileField field : HostileField.of(device)) {
        List<String> expected = names(BrandSample.of(brand(), field.set("1x1")).bytes());
        for (String value : HostileField.VALUES) {
          assertThat(namesWith(field, value).orElse(expected))
              .as("%s = %s", field.name(), value)
              .isEqualTo(expected);
        }
      }
    }
  }

  /** The names in a file with a hostile value, or nothing if the value was refused. */
  private Optional<List<String>> namesWith(HostileField field, String value) {
    try {
      return Optional.of(names(BrandSample.of(brand(), field.set(value)).bytes()));
    } catch (LatchkeyException refused) {
      assertThat(refused.getMessage()).isNotBlank();
      return Optional.empty();
    }
  }

  private void assertRolesAgree(DeviceIdentity phone) {
    List<BootFile> files = brand().bootSequence().files(phone);
    assertThat(files).extracting(BootFile::role).contains(FileRole.DEVICE);
    for (BootFile file : files) {
      String last = file.name().substring(file.name().lastIndexOf('/') + 1);
      Optional<FileClaim> claim = brand().recogniser().file(last);
      assertThat(claim.map(FileClaim::role)).as(file.name()).contains(file.role());
      Optional<MacAddress> mac = claim.flatMap(FileClaim::mac);
      assertThat(mac.orElse(phone.mac())).as(file.name()).isEqualTo(phone.mac());
    }
  }

  private static void assertKeepsThePhone(byte[] file) {
    assertThat(text(file))
        .contains(BrandSample.URL_WITHOUT_SCHEME)
        .contains(BrandSample.USERNAME)
        .contains(BrandSample.PASSWORD);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
