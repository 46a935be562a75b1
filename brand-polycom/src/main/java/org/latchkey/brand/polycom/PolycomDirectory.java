package org.latchkey.brand.polycom;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.latchkey.device.Contact.PhoneNumber;
import org.latchkey.format.XmlWriter;

/**
 * The contacts of one phone (UC Software 5.9 Administrator Guide, local contact directory): those
 * that its line keys dial, and behind them those of its domain's phone book. A phone that has any
 * gets ours for the truth, any other its own copy.
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
    return Optional.of(write(contacts, List.of()));
  }

  /** Those that keys dial and those of a phone book; of two with one number the first. */
  static byte[] of(List<Contact> dialled, List<org.latchkey.device.Contact> book) {
    Map<String, Contact> more = new LinkedHashMap<>();
    for (org.latchkey.device.Contact contact : book) {
      for (PhoneNumber number : contact.numbers()) {
        more.putIfAbsent(number.number(), new Contact(number.number(), contact.nameOf(number)));
      }
    }
    dialled.forEach(contact -> more.remove(contact.number()));
    return write(dialled, more.values());
  }

  private static byte[] write(List<Contact> dialled, Collection<Contact> others) {
    XmlWriter xml = new XmlWriter().start("directory").start("item_list");
    for (int i = 0; i < dialled.size(); i++) {
      item(xml, dialled.get(i), Integer.toString(i + 1));
    }
    others.forEach(contact -> item(xml, contact, ""));
    return xml.end().end().toBytes();
  }

  private static void item(XmlWriter xml, Contact contact, String speedDial) {
    xml.start("item")
        .element("ln", "")
        .element("fn", PolycomGrammar.shown(contact.name()))
        .element("ct", contact.number())
        .element("sd", speedDial)
        .element("rt", "")
        .element("dc", "");
    for (String off : List.of("ad", "ar", "bw", "bb")) {
      xml.element(off, "0");
    }
    xml.end();
  }
}
