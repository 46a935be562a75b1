package org.latchkey.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.latchkey.admin.PhoneBookAdministration;
import org.latchkey.caller.Caller;
import org.latchkey.device.Contact;
import org.latchkey.device.Contact.Kind;
import org.latchkey.device.Contact.PhoneNumber;
import org.latchkey.device.Owner;
import org.latchkey.error.InvalidValueException;
import org.latchkey.error.LostRaceException;

/** Calls about phone books: {@code /phone-books/DOMAIN}. */
final class PhoneBookCalls implements Calls {
  private static final int LONGEST = 4 * 1024 * 1024;

  private final PhoneBookAdministration books;

  PhoneBookCalls(PhoneBookAdministration books) {
    this.books = books;
  }

  @Override
  public Optional<String> methods(String[] path) {
    return path.length == 2
        ? Optional.of(books.canEdit() ? "GET, PUT, DELETE" : "GET")
        : Optional.empty();
  }

  @Override
  public Reply call(Caller caller, HttpServletRequest request, String[] path) {
    Owner owner = owner(caller, request, path[1]);
    return switch (request.getMethod()) {
      case "GET" -> reply(owner, books.contacts(caller, owner));
      case "PUT" -> replace(caller, owner, request);
      default -> {
        change(caller, owner, request, List.of());
        yield Reply.nothing();
      }
    };
  }

  private static Owner owner(Caller caller, HttpServletRequest request, String domain) {
    try {
      return new Owner(domain, UrlQuery.reseller(caller, request));
    } catch (InvalidValueException e) {
      if (e.field().equals("reseller")) {
        throw e;
      }
      throw new HttpProblem(404, "there is no such domain");
    }
  }

  private Reply replace(Caller caller, Owner owner, HttpServletRequest request) {
    Json json = JsonBody.read(request, LONGEST).only(Set.of("domain", "reseller", "contacts"));
    if (!json.has("contacts")) {
      throw InvalidValueException.of("contacts", "given", "nothing");
    }
    List<Contact> next = json.objects("contacts", PhoneBookCalls::contact);
    change(caller, owner, request, next);
    return reply(owner, next);
  }

  private static Contact contact(Json json) {
    Json known = json.only(Set.of("name", "numbers"));
    List<PhoneNumber> numbers = known.objects("numbers", PhoneBookCalls::number);
    return known.build(() -> new Contact(known.text("name"), numbers));
  }

  private static PhoneNumber number(Json json) {
    Json known = json.only(Set.of("kind", "number"));
    return known.build(() -> new PhoneNumber(kind(known.text("kind")), known.text("number")));
  }

  private static Kind kind(String text) {
    return Arrays.stream(Kind.values())
        .filter(kind -> word(kind).equals(text))
        .findFirst()
        .orElseThrow(() -> InvalidValueException.of("kind", "work, mobile or other", text));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private void change(Caller caller, Owner owner, HttpServletRequest request, List<Contact> next) {
    try {
      books.replace(caller, owner, matching(caller, owner, request), next);
    } catch (LostRaceException e) {
      throw IfMatch.given(request) ? IfMatch.changedMeanwhile() : HttpProblem.of(e);
    }
  }

  /** The contacts as the caller has seen them; empty if the request has no condition. */
  private Optional<List<Contact>> matching(Caller caller, Owner owner, HttpServletRequest request) {
    if (!IfMatch.given(request)) {
      return Optional.empty();
    }
    List<Contact> now = books.contacts(caller, owner);
    IfMatch.demand(request, IfMatch.tag(json(owner, now)));
    return Optional.of(now);
  }

  private static Reply reply(Owner owner, List<Contact> all) {
    ObjectNode node = json(owner, all);
    return Reply.of(node).with("ETag", IfMatch.tag(node));
  }

  private static ObjectNode json(Owner owner, List<Contact> all) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("domain", owner.domain());
    node.put("reseller", owner.reseller());
    ArrayNode contacts = node.putArray("contacts");
    for (Contact contact : all) {
      ObjectNode each = contacts.addObject();
      each.put("name", contact.name());
      ArrayNode numbers = each.putArray("numbers");
      for (PhoneNumber number : contact.numbers()) {
        numbers.addObject().put("kind", word(number.kind())).put("number", number.number());
      }
    }
    return node;
  }
}
