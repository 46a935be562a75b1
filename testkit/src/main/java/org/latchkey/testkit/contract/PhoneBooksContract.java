package org.latchkey.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latchkey.device.Contact;
import org.latchkey.device.Contact.Kind;
import org.latchkey.device.Contact.PhoneNumber;
import org.latchkey.device.Owner;
import org.latchkey.spi.EditablePhoneBooks;

/**
 * What {@link EditablePhoneBooks} must do.
 *
 * <p>A phone book comes back contact by contact in its order, is changed only by who has seen what
 * it is at present, and touches no other domain's. Of 32 threads that change one at the same time,
 * one wins.
 *
 * @since 1.0
 */
public abstract class PhoneBooksContract {
  private static final int ROUNDS = 5;
  private static final Owner OWNER = new Owner("acme.example", "west");
  private static final List<Contact> NONE = List.of();
  private static final List<Contact> FIRST =
      List.of(
          contact("Zo\u00eb \"Z\" O'Hara \\ <&>% \uD83D\uDE00", "100"),
          new Contact(
              "Bob",
              List.of(
                  new PhoneNumber(Kind.OTHER, "*97#"),
                  new PhoneNumber(Kind.WORK, "101"),
                  new PhoneNumber(Kind.MOBILE, "+4915112345678"))),
          contact("Alice", "102"));
  private static final List<Contact> NEXT = List.of(contact("Carol", "103"));

  /** For implementations. */
  protected PhoneBooksContract() {}

  /**
   * Sets a store up. Called once by each test.
   *
   * @return a store without phone books
   */
  protected abstract EditablePhoneBooks emptyStore();

  @Test
  void contacts_noBook_areNone() {
    EditablePhoneBooks books = emptyStore();
    assertThat(books.contacts(OWNER)).isEmpty();
    assertThat(books.replace(OWNER, NONE, NONE)).isTrue();
  }

  @Test
  void replace_asSeen_isFoundInItsOrder() {
    EditablePhoneBooks books = emptyStore();
    assertThat(books.replace(OWNER, NONE, FIRST)).isTrue();
    assertThat(books.contacts(OWNER)).isEqualTo(FIRST);
    assertThat(books.replace(OWNER, FIRST, NEXT)).isTrue();
    assertThat(books.contacts(OWNER)).isEqualTo(NEXT);
    assertThat(books.replace(OWNER, NEXT, NONE)).isTrue();
    assertThat(books.contacts(OWNER)).isEmpty();
    assertThat(books.replace(OWNER, NONE, FIRST)).isTrue();
  }

  @Test
  void replace_notAsSeen_isRefusedAndChangesNothing() {
    EditablePhoneBooks books = emptyStore();
    assertThat(books.replace(OWNER, FIRST, NEXT)).isFalse();
    books.replace(OWNER, NONE, FIRST);
    for (List<Contact> seen : List.of(NONE, NEXT, FIRST.subList(0, 2))) {
      assertThat(books.replace(OWNER, seen, NEXT)).isFalse();
      assertThat(books.replace(OWNER, seen, NONE)).isFalse();
    }
    assertThat(books.contacts(OWNER)).isEqualTo(FIRST);
  }

  @Test
  void replace_domainsOfLikeNames_haveBooksOfTheirOwn() {
    EditablePhoneBooks books = emptyStore();
    List<Owner> owners =
        List.of(
            new Owner("acme", "west"),
            new Owner("west", "acme"),
            new Owner("acme", "East"),
            new Owner("ACME", "west"),
            new Owner("acme", "WEST"));
    for (int i = 0; i < owners.size(); i++) {
      assertThat(books.replace(owners.get(i), NONE, numbered(i))).isTrue();
    }
    for (int i = 0; i < owners.size(); i++) {
      assertThat(books.contacts(owners.get(i))).isEqualTo(numbered(i));
    }
  }

  @Test
  void replace_manyContacts_areFound() {
    EditablePhoneBooks books = emptyStore();
    List<Contact> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      many.add(contact("\u4e2d".repeat(95) + i, "" + i));
    }
    assertThat(books.replace(OWNER, NONE, many)).isTrue();
    assertThat(books.contacts(OWNER)).isEqualTo(many);
  }

  @Test
  void replace_manyThreads_oneWins() throws Exception {
    EditablePhoneBooks books = emptyStore();
    for (int round = 0; round < ROUNDS; round++) {
      List<Contact> seen = books.contacts(OWNER);
      int base = 100 * round;
      List<Integer> winners = Race.winners(i -> books.replace(OWNER, seen, numbered(base + i)));
      assertThat(winners).hasSize(1);
      assertThat(books.contacts(OWNER)).isEqualTo(numbered(base + winners.get(0)));
    }
  }

  private static List<Contact> numbered(int number) {
    return List.of(contact("number " + number, "" + number));
  }

  private static Contact contact(String name, String number) {
    return new Contact(name, List.of(new PhoneNumber(Kind.WORK, number)));
  }
}
