package org.latchkey.brand.yealink;

import java.util.List;
import java.util.Map;
import org.latchkey.brand.Rendering;
import org.latchkey.device.Contact;
import org.latchkey.format.XmlWriter;

/**
 * The remote phone book: {@code <mac>-phonebook.xml}, a name of our choice, fetched with the
 * phone's own credential. One entry has all numbers of somebody; what kind they are no version is
 * known to show.
 */
final class YealinkPhoneBook {
  static final String SUFFIX = "-phonebook.xml";

  private YealinkPhoneBook() {}

  static byte[] write(List<Contact> contacts) {
    XmlWriter xml = new XmlWriter(false).start("YealinkIPPhoneDirectory");
    for (Contact contact : contacts) {
      xml.start("DirectoryEntry").element("Name", contact.name());
      contact.numbers().forEach(number -> xml.element("Telephone", number.number()));
      xml.end();
    }
    return xml.end().toBytes();
  }

  static Map<String, String> settings(Rendering phone) {
    return Map.of(
        "phonebook.1.url", phone.url() + phone.device().identity().mac().toString() + SUFFIX,
        "phonebook.1.name", phone.device().identity().owner().domain(),
        "phonebook.1.user", phone.credential().username(),
        "phonebook.1.password", YealinkRenderer.clear(phone.credential().password()));
  }
}
