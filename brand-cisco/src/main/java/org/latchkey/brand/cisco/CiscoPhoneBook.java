package org.latchkey.brand.cisco;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.latchkey.brand.Rendering;
import org.latchkey.device.Contact;
import org.latchkey.device.Contact.PhoneNumber;
import org.latchkey.format.XmlWriter;

/**
 * The XML directory of Multiplatform and SPA phones, reached by a link. How many entries a page may
 * have is not published for them; enterprise phones took 32.
 */
final class CiscoPhoneBook {
  private CiscoPhoneBook() {}

  static byte[] write(Rendering phone, List<Contact> contacts) {
    XmlWriter xml =
        new XmlWriter(false)
            .start("CiscoIPPhoneDirectory")
            .element("Title", phone.device().identity().owner().domain())
            .element("Prompt", "");
    for (Contact contact : contacts) {
      for (PhoneNumber number : contact.numbers()) {
        xml.start("DirectoryEntry")
            .element("Name", contact.nameOf(number))
            .element("Telephone", number.number())
            .end();
      }
    }
    return xml.end().toBytes();
  }

  static Map<String, String> settings(Rendering phone, URI link) {
    return Map.of(
        "phonebook.1.url", link.toString(),
        "phonebook.1.name", phone.device().identity().owner().domain());
  }
}
