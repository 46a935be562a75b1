package org.latchkey.brand.snom;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.latchkey.brand.Rendering;
import org.latchkey.device.Contact;
import org.latchkey.device.Contact.PhoneNumber;
import org.latchkey.format.XmlWriter;

/**
 * A page for the small browser of the D series (Snom Service Hub, XML minibrowser), opened by the
 * directory key and reached by a link. The C family and DECT bases have no such key.
 */
final class SnomPhoneBook {
  private SnomPhoneBook() {}

  static byte[] write(Rendering phone, List<Contact> contacts) {
    XmlWriter xml =
        new XmlWriter(false)
            .start("SnomIPPhoneDirectory")
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
    boolean page =
        !SnomModels.isTree(phone.model())
            && !SnomModels.isDect(phone.model())
            // then the key opens that
            && phone.settings().get("ldap.host").isEmpty();
    return page ? Map.of("phonebook.1.url", link.toString()) : Map.of();
  }
}
