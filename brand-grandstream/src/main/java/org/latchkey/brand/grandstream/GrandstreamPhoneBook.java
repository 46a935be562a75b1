package org.latchkey.brand.grandstream;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.latchkey.brand.Rendering;
import org.latchkey.device.Contact;
import org.latchkey.device.Contact.PhoneNumber;
import org.latchkey.format.XmlWriter;

/**
 * The address book. Phones ask for {@code phonebook.xml}, old ones for {@code gs_phonebook.xml}, in
 * a folder that they are told: one with their MAC for a name, or the link's for phones that show no
 * credential for it. A new book takes the place of the old one only where the phone is set so.
 */
final class GrandstreamPhoneBook {
  private static final String FILE = "phonebook.xml";
  private static final String OLD_FILE = "gs_" + FILE;

  private GrandstreamPhoneBook() {}

  static boolean isName(String name) {
    return name.equals(FILE) || name.equals(OLD_FILE);
  }

  static byte[] write(List<Contact> contacts) {
    XmlWriter xml = new XmlWriter(false).start("AddressBook");
    for (Contact contact : contacts) {
      xml.start("Contact").element("LastName", "").element("FirstName", contact.name());
      for (PhoneNumber number : contact.numbers()) {
        xml.start("Phone")
            .attribute("type", type(number))
            .element("phonenumber", number.number())
            .element("accountindex", "1")
            .end();
      }
      xml.end();
    }
    return xml.end().toBytes();
  }

  private static String type(PhoneNumber number) {
    return switch (number.kind()) {
      case WORK -> "Work";
      case MOBILE -> "Cell";
      case OTHER -> "Home";
    };
  }

  static Map<String, String> settings(Rendering phone, URI link) {
    GrandstreamDialect dialect = GrandstreamDialect.of(phone);
    if (!dialect.knows("phonebook.download.mode")) {
      return Map.of();
    }
    if (!dialect.knows("phonebook.download.username")) {
      return Map.of("phonebook.1.url", link.toString());
    }
    return Map.of(
        "phonebook.1.url", phone.url() + phone.device().identity().mac().toString() + "/" + FILE,
        "phonebook.1.user", phone.credential().username(),
        "phonebook.1.password", GrandstreamRenderer.clear(phone.credential().password()));
  }
}
