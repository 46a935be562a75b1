package org.latchkey.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Files that only the server's user may read; written whole or not at all. */
final class PrivateFiles {
  private PrivateFiles() {}

  static void folder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new StartException("--data: cannot make the folder " + folder, e);
    }
  }

  /** Reads a file, or makes it of new content. */
  static byte[] readOrMake(Path file, Supplier<byte[]> content) {
    try {
      if (!Files.exists(file)) {
        write(file, content.get());
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StartException("cannot read or write " + file, e);
    }
  }

  static String readOrMakeText(Path file, Supplier<String> content) {
    byte[] bytes = readOrMake(file, () -> (content.get() + "\n").getBytes(StandardCharsets.UTF_8));
    return new String(bytes, StandardCharsets.UTF_8).strip();
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path draft =
        Files.createTempFile(
            folder,
            "." + file.getFileName(),
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(draft, content);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      Files.deleteIfExists(draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
