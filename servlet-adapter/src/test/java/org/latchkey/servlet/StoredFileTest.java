package org.latchkey.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.latchkey.Latchkey;
import org.latchkey.caller.Caller;
import org.latchkey.files.FolderFiles;
import org.latchkey.servlet.Container.Targets;

/** A file of the host's over the wire: whole, in parts, by a link, on one connection. */
class StoredFileTest {
  private static final int LENGTH = 300_000;

  private Path image;
  private Site site;
  private String link;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    image = Files.createDirectories(folder.resolve("fw")).resolve("image.rom");
    StringBuilder content = new StringBuilder(LENGTH);
    while (content.length() < LENGTH) {
      content.append(content.length()).append(' ');
    }
    content.setLength(LENGTH);
    Files.writeString(image, content, StandardCharsets.US_ASCII);
    Latchkey latchkey = Site.latchkey(builder -> builder.files(new FolderFiles(folder)));
    site = Site.filter("/", new ProvisioningFilter(latchkey), Targets.PHONES);
    link =
        latchkey.administration().fileLink(Caller.superUser("test"), "fw/image.rom").getRawPath();
  }

  @AfterEach
  void stop() throws Exception {
    assertThat(site.logged(Level.WARNING)).isEmpty();
    site.close();
  }

  @Test
  void get_wholeAndInParts_onOneConnection() throws Exception {
    String content = Files.readString(image);
    try (Wire wire = site.open()) {
      Wire.Reply whole = wire.get(link);
      assertThat(whole.status()).isEqualTo(200);
      assertThat(whole.body()).isEqualTo(content);
      assertThat(whole.value("Content-Length")).isEqualTo(Integer.toString(LENGTH));

      Wire.Reply head = wire.get(link, "Range: bytes=0-647");
      assertThat(head.status()).isEqualTo(206);
      assertThat(head.value("Content-Range")).isEqualTo("bytes 0-647/" + LENGTH);
      assertThat(head.body()).isEqualTo(content.substring(0, 648));

      String tag = whole.value("ETag");
      Wire.Reply rest = wire.get(link, "Range: bytes=648-", "If-Range: " + tag);
      assertThat(rest.status()).isEqualTo(206);
      assertThat(head.body() + rest.body()).isEqualTo(content);

      assertThat(wire.get(link, "If-None-Match: " + tag).status()).isEqualTo(304);
      assertThat(wire.get(link, "Range: bytes=" + LENGTH + "-").status()).isEqualTo(416);
    }
  }

  @Test
  void get_emptyFile_hasNoBodyAndTheConnectionLives() throws Exception {
    Files.writeString(image, "");
    try (Wire wire = site.open()) {
      for (int i = 0; i < 2; i++) {
        Wire.Reply reply = wire.get(link);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.value("Content-Length")).isEqualTo("0");
      }
    }
  }

  @Test
  void get_linkMadeUp_isNotFound() throws Exception {
    try (Wire wire = site.open()) {
      assertThat(wire.get("/cfg/t/AAAAAAAAAAAAAAAAAAAAAAAA/fw/image.rom").status()).isEqualTo(404);
    }
  }
}
