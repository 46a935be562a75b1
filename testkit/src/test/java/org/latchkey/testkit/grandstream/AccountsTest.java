package org.latchkey.testkit.grandstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountsTest {
  private static GrandstreamPhone phone(GrandstreamKind kind, String... values) {
    Memory memory = new Memory("1.0.0.1");
    Arrays.stream(values)
        .map(v -> v.split("=", 2))
        .forEach(pair -> memory.values().put(pair[0], pair[1]));
    GrandstreamPhoneBuilder builder = GrandstreamPhone.builder("c074ad150b88").kind(kind);
    return builder.build(memory);
  }

  @ParameterizedTest
  @CsvSource({
    "GXP21XX, 1, 271, 35, 36, 47",
    "GXP21XX, 2, 401, 404, 405, 402",
    "GXP21XX, 3, 501, 504, 505, 502",
    "GXP21XX, 4, 601, 604, 605, 602",
    "GXP21XX, 5, 1701, 1704, 1705, 1702",
    "GXP21XX, 6, 1801, 1804, 1805, 1802",
    "GRP26XX, 7, 50601, 50604, 50605, 50602",
    "GRP26XX, 12, 51101, 51104, 51105, 51102",
    "GRP2601W, 5, 701, 704, 705, 702",
    "GRP2601W, 6, 801, 804, 805, 802",
    "HT802, 1, 271, 35, 36, 47",
    "HT802, 2, 401, 735, 736, 747",
    "HT80X_V2, 2, 401, 735, 736, 747",
    "GXW42XX, 1, 271, 35, 36, 47",
    "GXW42XX, 2, 4596, 4061, 4091, 47",
    "GXW42XX, 8, 4602, 4067, 4097, 47"
  })
  void accounts_numbers_ofKind(
      GrandstreamKind kind, int number, int enable, int user, int auth, int server) {
    GrandstreamPhone phone =
        phone(
            kind,
            "P" + enable + "=1",
            "P" + user + "=100",
            "P" + auth + "=a100",
            "P" + server + "=pbx.example.net");

    assertThat(phone.accounts())
        .containsExactly(new Account(number, true, "100", "a100", "pbx.example.net"));
  }

  @ParameterizedTest
  @CsvSource({"HT802, P404", "GXP21XX, P704", "GRP2601W, P1704", "GXP21XX, P735"})
  void accounts_numbersOfOtherKind_noAccount(GrandstreamKind kind, String user) {
    assertThat(phone(kind, user + "=100").accounts()).isEmpty();
  }

  @Test
  void sipUsers_switchedOff_notRegistered() {
    GrandstreamPhone phone = phone(GrandstreamKind.GXP21XX, "P271=0", "P35=100", "P404=200");

    assertThat(phone.accounts()).extracting(Account::user).containsExactly("100", "200");
    assertThat(phone.sipUsers()).isEmpty();
  }

  @Test
  void accounts_names_ofAnyNumber() {
    assertThat(
            phone(
                    GrandstreamKind.GRP26XX,
                    "account.5.enable=Yes",
                    "account.5.sip.userid=500",
                    "account.5.sip.subscriber.userid=a500",
                    "account.5.sip.server.1.address=pbx.example.net:5070",
                    "account.6.enable=1")
                .accounts())
        .containsExactly(new Account(5, true, "500", "a500", "pbx.example.net:5070"));
  }
}
