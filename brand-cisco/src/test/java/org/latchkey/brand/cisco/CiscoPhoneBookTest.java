package org.latchkey.brand.cisco;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latchkey.brand.Rendering;
import org.latchkey.device.Contact;
import org.latchkey.device.Contact.Kind;
import org.latchkey.device.Contact.PhoneNumber;

/** A domain's phone book, byte for byte, and how a phone finds it. */
class CiscoPhoneBookTest {
  private static final URI LINK = URI.create("https://prov.example/cfg/t/x/1/0/phonebook.xml");
  private static final Contact HOSTILE =
      new Contact(
          "\u0000Anna\n<&>",
          List.of(new PhoneNumber(Kind.WORK, "100"), new PhoneNumber(Kind.MOBILE, "+491701")));

  private final Rendering rendering = Samples.phone().rendering();
  private final CiscoRenderer renderer = new CiscoRenderer();

  @Test
  void book_hostileName_isOneContact() {
    byte[] book = renderer.phoneBook(rendering, List.of(HOSTILE)).orElseThrow();
    assertThat(new String(book, UTF_8))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <CiscoIPPhoneDirectory>
              <Title>acme.example</Title>
              <Prompt/>
              <DirectoryEntry>
                <Name>Anna &lt;&amp;&gt; (work)</Name>
                <Telephone>100</Telephone>
              </DirectoryEntry>
              <DirectoryEntry>
                <Name>Anna &lt;&amp;&gt; (mobile)</Name>
                <Telephone>+491701</Telephone>
              </DirectoryEntry>
            </CiscoIPPhoneDirectory>
            """);
  }

  @Test
  void settings_ofAPhone_pointAtIt() {
    assertThat(renderer.phoneBookSettings(rendering, LINK))
        .containsEntry("phonebook.1.url", LINK.toString())
        .doesNotContainKey("phonebook.1.password");
  }
}
