package org.latchkey.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phone books over REST. */
class PhoneBookCallsTest {
  private static final String BOOK = "/phone-books/acme.example";
  private static final String AS_ROOT = BOOK + "?reseller=west";
  private static final String ANNA = contact("Anna <&>", "work", "100");

  @RegisterExtension final Api api = new Api();

  private static String contact(String name, String kind, String number) {
    return "{\"name\":\"%s\",\"numbers\":[{\"kind\":\"%s\",\"number\":\"%s\"}]}"
        .formatted(name, kind, number);
  }

  private static String contacts(String... contacts) {
    return "{\"contacts\":[" + String.join(",", contacts) + "]}";
  }

  @Test
  void book_putReadDeleted_isWhatWasPut() {
    JsonNode nothing = api.get(AS_ROOT).ok();
    assertThat(nothing.path("contacts").size()).isZero();
    JsonNode put = api.put(AS_ROOT, contacts(ANNA)).ok();
    assertThat(api.get(AS_ROOT).ok()).isEqualTo(put);
    assertThat(put.at("/contacts/0/name").asText()).isEqualTo("Anna <&>");
    assertThat(put.at("/contacts/0/numbers/0/kind").asText()).isEqualTo("work");
    assertThat(api.put(AS_ROOT, put.toString()).ok()).isEqualTo(put);
    assertThat(api.delete(AS_ROOT).status()).isEqualTo(204);
    assertThat(api.get(AS_ROOT).ok()).isEqualTo(nothing);
  }

  @Test
  void book_changedMeanwhile_412() {
    String tag = api.get(AS_ROOT).header("ETag");
    api.put(AS_ROOT, contacts(ANNA)).ok();
    for (String method : new String[] {"PUT", "DELETE"}) {
      api.call(method, AS_ROOT, contacts(), "If-Match", tag).problem(412);
    }
    String now = api.get(AS_ROOT).header("ETag");
    api.call("PUT", AS_ROOT, contacts(), "If-Match", now).ok();
  }

  @ParameterizedTest
  @CsvSource({
    "super, /phone-books/acme.example, 400",
    "super, /phone-books/acme.example?reseller=west, 200",
    "west, /phone-books/acme.example, 200",
    "west, /phone-books/acme.example?reseller=east, 404",
    "acme, /phone-books/acme.example, 403",
    "acme, /phone-books/blue.example, 404",
    "west, /phone-books/a%20b, 404",
    "west, /phone-books, 404"
  })
  void put_everyRole_asTheDesignSays(String caller, String path, int status) {
    Answer answer = api.as(caller).put(path, contacts(ANNA));
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "'', work, 100, contacts[0].name",
    "Anna, fax, 100, contacts[0].numbers[0].kind",
    "Anna, work, call me, contacts[0].numbers[0].number"
  })
  void put_badContact_isRefusedByItsPath(String name, String kind, String number, String field) {
    assertThat(api.put(AS_ROOT, contacts(contact(name, kind, number))).field()).isEqualTo(field);
  }

  @Test
  void put_tenThousandContacts_isTheMost() {
    String[] all = new String[10_000];
    Arrays.fill(all, contact("n".repeat(100), "work", "+491701234567"));
    assertThat(api.put(AS_ROOT, contacts(all)).ok().path("contacts").size()).isEqualTo(10_000);
    Answer more = api.put(AS_ROOT, contacts(String.join(",", all), ANNA));
    assertThat(more.field()).isEqualTo("contacts");
  }
}
