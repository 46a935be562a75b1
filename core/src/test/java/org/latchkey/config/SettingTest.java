package org.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.latchkey.error.InvalidValueException;

class SettingTest {
  private static final Vocabulary ALL = Vocabulary.standard();

  @ParameterizedTest
  @CsvSource({
    "resync.interval, 1",
    "resync.interval, 43200",
    "resync.at-power-on, no",
    "resync.window.start, 00:00",
    "resync.window.end, 23:59",
    "resync.window.days, 'sunday,monday'",
    "time.zone, Europe/Berlin",
    "time.zone, UTC",
    "time.ntp.secondary, ''",
    "time.ntp.secondary, 'ntp-1.acme.example'",
    "time.ntp.secondary, '[2001:db8::1]'",
    "time.ntp.secondary, '192.0.2.1'",
    "sip.srtp, optional",
    "sip.srtp, ''",
    "audio.codecs, 'opus,pcma'",
    "audio.codecs, 'g722.1c'",
    "phonebook.5.url, 'https://pb.example/book.xml?term=#SEARCH'",
    "phonebook.1.url, 'http://[2001:db8::1]:8080/'",
    "phone.admin.password, 'Correct horse: 1'",
    "phone.admin.name, 'J\u00f6rg'",
    "dial.area-code, '+49'",
    "dial.plan, '[2-9]11|0T|011xxx.T|[0-13-5]xx|*xx|+x.T|#'",
    "dial.replace, '9:,00:+,*1:*2'",
  })
  void check_allowedValue_passes(String name, String value) {
    assertThatCode(() -> ALL.get(name).check(value)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "resync.interval, 0, 1 to 43200 minutes",
    "resync.interval, 43201, 1 to 43200 minutes",
    "resync.interval, 1.5, 1 to 43200 minutes",
    "resync.interval, -1, 1 to 43200 minutes",
    "resync.interval, '\u0661\u0660', 1 to 43200 minutes",
    "resync.interval, 99999999999999999999, 1 to 43200 minutes",
    "resync.interval, '', 1 to 43200 minutes",
    "resync.at-power-on, true, yes or no",
    "resync.window.start, 24:00, a time of day such as 02:30",
    "resync.window.start, 2:30, a time of day such as 02:30",
    "resync.window.days, 'monday,monday', between commas",
    "resync.window.days, 'monday, friday', between commas",
    "resync.window.days, 'montag', between commas",
    "audio.codecs, 'opus,', between commas",
    "time.zone, Mars/Base, such as Europe/Berlin",
    "time.zone, '', such as Europe/Berlin",
    "time.ntp.primary, '', a host name or address",
    "time.ntp.secondary, 'ntp example', a host name or address",
    "time.ntp.secondary, '[[', a host name or address",
    "time.ntp.secondary, '-x', a host name or address",
    "sip.srtp, Required, 'one of off, optional, required, or empty'",
    "phonebook.1.url, 'ftp://pb.example/', an http or https URL",
    "phonebook.1.url, 'https://user:pass@pb.example/', without user and password",
    "phonebook.1.url, 'https:book.xml', an http or https URL",
    "phonebook.1.url, 'https://pb.example/a b', an http or https URL",
    "phonebook.1.url, 'https://pb.example/{MAC}', an http or https URL",
    "dial.area-code, 49a, of the digits 0 to 9",
    "dial.area-code, 1234567890123456, at most 15",
    "dial.plan, '9|', such as [2-9]11|0xxx.T",
    "dial.plan, '[2-', such as [2-9]11|0xxx.T",
    "dial.plan, '.x', such as [2-9]11|0xxx.T",
    "dial.plan, 'T', such as [2-9]11|0xxx.T",
    "dial.plan, 'x y', such as [2-9]11|0xxx.T",
    "dial.replace, '9', such as",
    "dial.replace, ':9', such as",
    "dial.replace, '9:1,', such as",
  })
  void check_otherValue_isRefusedWithFieldAndForm(String name, String value, String allowed) {
    assertThatThrownBy(() -> ALL.get(name).check(value))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(name))
        .hasMessageContaining(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "phone.admin.password, hus",
    "phone.admin.password, ' hush-hush'",
    "phone.admin.password, 'hush-hush\u00e9'",
    "phone.admin.password, 'hush-hush\u0007'",
    "phone.admin.password, 'hush-hush-hush-hush-hush-hush-hus'",
  })
  void check_otherSecret_isRefusedAndNotTold(String name, String value) {
    assertThatThrownBy(() -> ALL.get(name).check(value))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("4 to 32 printable ASCII characters")
        .hasMessageNotContaining("hus");
  }

  @Test
  void check_longestPatterns_isDecidedWithoutTrouble() {
    Setting plan = ALL.get("dial.plan");
    assertThatCode(() -> plan.check("x".repeat(1_000))).doesNotThrowAnyException();
    assertThatCode(() -> plan.check("[0-9].".repeat(166))).doesNotThrowAnyException();
    assertThatThrownBy(() -> plan.check("[12345678".repeat(111)))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(() -> plan.check("x".repeat(1_001)))
        .isInstanceOf(InvalidValueException.class);
  }
}
