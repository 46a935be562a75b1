package org.latchkey.testkit.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whole files, byte for byte, in {@code src/test/resources/golden} of the module under test. With
 * {@code -Dgolden.write=true} they are written instead of compared, to be read by a person.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @since 1.0
 */
public final class GoldenFiles {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "golden");

  private GoldenFiles() {}

  /**
   * Fails unless a file is as it was.
   *
   * @param name the golden file's name
   * @param writer writes the file; asked twice, and must give equal bytes
   */
  public static void assertSame(String name, Supplier<byte[]> writer) {
    byte[] bytes = writer.get();
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(FOLDER);
        Files.write(file, bytes);
      }
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .as(name)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(writer.get()).as(name + ", once more").isEqualTo(bytes);
  }

  /**
   * Fails if the folder holds a file that no test compares, or lacks one.
   *
   * @param names the names of all golden files
   */
  public static void assertNoOthersThan(Collection<String> names) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
