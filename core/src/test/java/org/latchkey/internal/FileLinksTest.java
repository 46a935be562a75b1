package org.latchkey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.latchkey.device.MacAddress;
import org.latchkey.internal.FileLinks.BookOf;

/** What a token stands for, and that it stands for nothing else. */
class FileLinksTest {
  private static final MacAddress MAC = MacAddress.of("001565aabbcc");
  private static final MacAddress OTHER = MacAddress.of("001565aabbcd");
  private static final String ENTRY = "afb563d1411bef0f";

  private final FileLinks links = new FileLinks(URI.create("https://prov.example/"), new byte[32]);

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private List<String> book(MacAddress mac, String entry) {
    return segments(links.pathToBook(mac, entry));
  }

  private List<String> file(String path) {
    return segments(links.linkTo(path).getPath().substring(1));
  }

  @Test
  void book_rightLink_isThatPhonesOfThatEntry() {
    assertThat(links.bookOf(book(MAC, ENTRY))).contains(new BookOf(MAC, ENTRY));
  }

  @Test
  void book_tokenOfAnotherPhoneOrEntryOrKey_opensNone() {
    List<String> right = book(MAC, ENTRY);
    FileLinks foreign = new FileLinks(URI.create("https://prov.example/"), new byte[] {1});
    for (String token :
        List.of(
            book(OTHER, ENTRY).get(1),
            book(MAC, "0000000000000000").get(1),
            segments(foreign.pathToBook(MAC, ENTRY)).get(1))) {
      List<String> wrong = List.of("t", token, ENTRY, MAC.toString(), right.get(4));
      assertThat(links.bookOf(wrong)).as(token).isEmpty();
    }
  }

  @Test
  void book_linkToAFolderOfThatName_opensNone() {
    List<String> folder = file(ENTRY + "/" + MAC + "/phonebook.xml");
    assertThat(links.pathOf(folder)).isPresent();
    assertThat(links.bookOf(folder)).isEmpty();
  }

  @Test
  void file_linkToABook_opensNone() {
    assertThat(links.pathOf(book(MAC, ENTRY))).isEmpty();
  }

  @Test
  void file_tokenOfAnotherFolderOrKey_opensNone() {
    FileLinks foreign = new FileLinks(URI.create("https://prov.example/"), new byte[] {1});
    String path = "fw/image.rom";
    assertThat(links.pathOf(file(path))).contains(path);
    assertThat(links.pathOf(List.of("t", file("x/y").get(1), "fw", "image.rom"))).isEmpty();
    assertThat(foreign.pathOf(file(path))).isEmpty();
  }
}
