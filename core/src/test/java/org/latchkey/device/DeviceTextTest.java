package org.latchkey.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.error.InvalidValueException;

class DeviceTextTest {
  private static Device device(Optional<String> pin, String notes) {
    DeviceIdentity identity =
        new DeviceIdentity(
            MacAddress.of("001565aabbcc"),
            "yealink",
            "T46S",
            new Owner("acme.example", "west"),
            "1");
    return new Device(identity, List.of(), List.of(), List.of(), Optional.empty(), pin, notes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00", "\u0000", "a\u001bb", "a\u2028b", "a\u0085b"})
  void notes_noText_refused(String notes) {
    assertThatThrownBy(() -> device(Optional.empty(), notes))
        .isInstanceOf(InvalidValueException.class)
        .extracting(e -> ((InvalidValueException) e).field())
        .isEqualTo("notes");
  }

  @Test
  void notes_severalLines_areKept() {
    String notes = "first\r\nsecond\tcolumn \ud83d\ude00";

    assertThat(device(Optional.empty(), notes).notes()).isEqualTo(notes);
    assertThat(device(Optional.empty(), "x".repeat(4_000)).notes()).hasSize(4_000);
    assertThatThrownBy(() -> device(Optional.empty(), "x".repeat(4_001)))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void pinAndOverride_refused_areNotRepeated() {
    assertThatThrownBy(() -> device(Optional.of("4711\n"), ""))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("pin: ")
        .hasMessageNotContaining("4711");
    assertThatThrownBy(() -> new Entry("yealink:security.user_password", "s3cret\n", ""))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("value: ")
        .hasMessageNotContaining("s3cret");
  }
}
