package org.latchkey.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.device.Contact.Kind;
import org.latchkey.device.Contact.PhoneNumber;
import org.latchkey.error.InvalidValueException;
import org.latchkey.format.XmlWriter;

/** What a phone book may hold. */
class ContactTest {
  private static final PhoneNumber WORK = new PhoneNumber(Kind.WORK, "100");
  private static final PhoneNumber MOBILE = new PhoneNumber(Kind.MOBILE, "+491701");

  @Test
  void name_whatNoPhoneCanShow_isReplaced() {
    String hostile = "\tA\u0000B\r\nC\ud800D\uffffE\u2028F\ufdd0G</Name>\u0085";
    String shown = new Contact(hostile, List.of(WORK)).name();
    assertThat(shown).isEqualTo("A B  C?D?E F?G</Name>");
    assertThat(XmlWriter.objection(shown)).isEmpty();
    assertThat(new Contact(shown, List.of(WORK)).name()).as("once is enough").isEqualTo(shown);
  }

  @Test
  void name_everyCharacter_canBeWritten() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String shown = new Contact("a" + Character.toString(c) + "b", List.of(WORK)).name();
      assertThat(XmlWriter.objection(shown)).as(Integer.toHexString(c)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000\n"})
  void name_nothingToShow_isRefused(String name) {
    assertThatThrownBy(() -> new Contact(name, List.of(WORK)))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("name"));
  }

  @Test
  void name_longest_is100() {
    assertThat(new Contact("a".repeat(100), List.of(WORK)).name()).hasSize(100);
    assertThatThrownBy(() -> new Contact("a".repeat(101), List.of(WORK)))
        .isInstanceOf(InvalidValueException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "+4930123", "*97", "#31#", "12345678901234567890123456789012"})
  void number_diallable_isTaken(String number) {
    assertThat(new PhoneNumber(Kind.OTHER, number).number()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "1 2",
        "a",
        "1+",
        "<1>",
        "1\n",
        "\u0661",
        "123456789012345678901234567890123"
      })
  void number_notDiallable_isRefused(String number) {
    assertThatThrownBy(() -> new PhoneNumber(Kind.OTHER, number))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("number"));
  }

  @Test
  void numbers_noneOrAKindTwice_areRefused() {
    assertThatThrownBy(() -> new Contact("A", List.of())).isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> new Contact("A", List.of(WORK, WORK)))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void nameOf_severalNumbers_tellsTheKind() {
    assertThat(new Contact("A", List.of(WORK)).nameOf(WORK)).isEqualTo("A");
    assertThat(new Contact("A", List.of(WORK, MOBILE)).nameOf(MOBILE)).isEqualTo("A (mobile)");
  }
}
