package org.latchkey.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.latchkey.error.InvalidValueException;
import org.latchkey.spi.StoredFile;

class FolderFilesTest {
  private Path root;
  private FolderFiles files;

  @BeforeEach
  void fill(@TempDir Path folder) throws IOException {
    root = Files.createDirectories(folder.resolve("files"));
    Files.writeString(folder.resolve("outside.rom"), "secret");
    Files.createDirectories(root.resolve("yealink/T46S"));
    Files.writeString(root.resolve("yealink/T46S/image.rom"), "0123456789");
    Files.writeString(root.resolve("ring.wav"), "ring");
    Files.writeString(root.resolve(".hidden"), "secret");
    Files.createDirectories(root.resolve(".git"));
    Files.writeString(root.resolve(".git/config"), "secret");
    Files.createSymbolicLink(root.resolve("away.rom"), folder.resolve("outside.rom"));
    Files.createSymbolicLink(root.resolve("up"), folder);
    Files.createSymbolicLink(root.resolve("shown"), root.resolve(".hidden"));
    Files.createSymbolicLink(root.resolve("latest.rom"), root.resolve("yealink/T46S/image.rom"));
    files = new FolderFiles(root);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yealink/T46S/image.rom", "latest.rom"})
  void find_whatIsThere_isReadFromAnyPlace(String path) throws IOException {
    StoredFile file = files.find(path).orElseThrow();
    assertThat(file.length()).isEqualTo(10);
    assertThat(file.type()).isEqualTo("application/octet-stream");
    assertThat(file.modified())
        .isEqualTo(Files.getLastModifiedTime(root.resolve(path)).toInstant());
    try (InputStream in = file.open(7)) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("789");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "yealink",
        "yealink/",
        "/ring.wav",
        "none.rom",
        "../outside.rom",
        "up/outside.rom",
        "yealink/../../outside.rom",
        "away.rom",
        ".hidden",
        ".git/config",
        "shown",
        "ring.wav/x",
        "yealink//T46S/image.rom",
        "./ring.wav",
        "a\u0000b"
      })
  void find_anythingElse_isNothing(String path) {
    assertThat(files.find(path)).isEmpty();
  }

  @Test
  void find_namesThatSayWhatTheyAre_haveTheirType() {
    assertThat(files.find("ring.wav").orElseThrow().type()).isEqualTo("audio/wav");
  }

  @Test
  void folder_thatIsNone_isRefused() {
    for (Path path : new Path[] {root.resolve("none"), root.resolve("ring.wav")}) {
      assertThatThrownBy(() -> new FolderFiles(path))
          .isInstanceOf(InvalidValueException.class)
          .hasMessageContaining("a folder that can be read")
          .hasMessageContaining(path.getFileName().toString());
    }
  }
}
