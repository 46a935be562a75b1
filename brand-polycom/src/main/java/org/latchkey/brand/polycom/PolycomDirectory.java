package org.latchkey.brand.polycom;

import java.util.List;
import java.util.Optional;
import org.latchkey.format.XmlWriter;

/**
 * The contacts of one phone (UC Software 5.9 Administrator Guide, local contact directory): those
 * that its line keys dial. A phone with such keys gets ours for the truth, any other its own copy.
 */
final class PolycomDirectory {
  private PolycomDirectory() {}

  /**
   * A contact; its speed dial is its place in the list.
   *
   * @param number what is dialled, no two the same
   * @param name how it is shown
   */
  record Contact(String number, String name) {}

  static Optional<byte[]> of(List<Contact> contacts) {
    if (contacts.isEmpty()) {
      return Optional.empty();
    }
    XmlWriter xml = new XmlWriter().start("directory").start("item_list");
    for (int i = 0; i < contacts.size(); i++) {
      Contact contact = contacts.get(i);
      xml.start("item")
          .element("ln", "")
          .element("fn", PolycomGrammar.shown(contact.name()))
          .element("ct", contact.number())
          .element("sd", Integer.toString(i + 1))
          .element("rt", "")
          .element("dc", "");
      for (String off : List.of("ad", "ar", "bw", "bb")) {
        xml.element(off, "0");
      }
      xml.end();
    }
    return Optional.of(xml.end().end().toBytes());
  }
}
