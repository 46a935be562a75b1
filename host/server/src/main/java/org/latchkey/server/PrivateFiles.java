package org.latchkey.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** Files that only the server's user may read; written whole or not at all. */
final class PrivateFiles {
  private static final Set<PosixFilePermission> NOT_THE_OWNERS =
      PosixFilePermissions.fromString("---rwxrwx");

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

  /** Reads a file that nobody else may read. */
  static byte[] read(String setting, Path file) {
    try {
      if (isOpenToOthers(file)) {
        throw new StartException(
            setting + ": others may read " + file + "; run: chmod 600 '" + file + "'");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new StartException(setting + ": cannot read " + file, e);
    }
  }

  static String readText(String setting, Path file) {
    return new String(read(setting, file), StandardCharsets.UTF_8).strip();
  }

  private static boolean isOpenToOthers(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null
        && view.readAttributes().permissions().stream().anyMatch(NOT_THE_OWNERS::contains);
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
