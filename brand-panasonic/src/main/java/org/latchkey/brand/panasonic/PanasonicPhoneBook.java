package org.latchkey.brand.panasonic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.latchkey.brand.Rendering;
import org.latchkey.device.Contact;
import org.latchkey.device.Contact.PhoneNumber;
import org.latchkey.device.MacAddress;
import org.latchkey.format.XmlWriter;

/**
 * A phone book in Panasonic's XML (sipwise, PanasonicPhoneTools): {@code phonebook<MAC>.xml}, a
 * name of our choice. KX-UTG is told where it is, as the server of its XML applications; of other
 * phones the parameter for it is not known. Of the kinds of numbers only an extension's is
 * confirmed.
 */
final class PanasonicPhoneBook {
  private static final String START = "phonebook";
  private static final String END = ".xml";

  private PanasonicPhoneBook() {}

  /** The MAC in the name of a phone book. */
  static Optional<MacAddress> mac(String name) {
    int end = name.length() - END.length();
    return end > START.length()
            && name.regionMatches(true, 0, START, 0, START.length())
            && name.regionMatches(true, end, END, 0, END.length())
        ? MacAddress.parse(name, START.length(), end)
        : Optional.empty();
  }

  static byte[] write(List<Contact> contacts) {
    XmlWriter xml =
        new XmlWriter(false)
            .start("ppxml")
            .attribute("xmlns", "http://panasonic/sip_phone")
            .start("Screen")
            .attribute("version", "2.0")
            .start("PhoneBook")
            .attribute("version", "2.0");
    int id = 0;
    for (Contact contact : contacts) {
      id++;
      xml.start("Personnel")
          .attribute("id", Integer.toString(id))
          .element("Name", contact.name())
          .start("PhoneNums");
      for (PhoneNumber number : contact.numbers()) {
        xml.start("PhoneNum").attribute("type", type(number)).text(number.number()).end();
      }
      xml.end().end();
    }
    return xml.end().end().end().toBytes();
  }

  private static String type(PhoneNumber number) {
    return switch (number.kind()) {
      case WORK -> "ext";
      case MOBILE -> "mobile";
      case OTHER -> "home";
    };
  }

  static Map<String, String> settings(Rendering phone) {
    if (!PanasonicModels.isXml(phone.model())) {
      return Map.of();
    }
    String name = START + phone.device().identity().mac().toString().toUpperCase(Locale.ROOT) + END;
    return Map.of(
        "phonebook.1.url", phone.url() + name,
        "phonebook.1.user", phone.credential().username(),
        "phonebook.1.password", PanasonicRenderer.clear(phone.credential().password()));
  }
}
