package org.latchkey.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.function.Consumer;

/** A private file that takes long to write: under its name it is whole, or not there. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes to a file beside it first, and gives that the name when it is on the disk.
   *
   * @param overwrite whether a file of this name may be there
   * @throws StartException if it may not, or cannot be written; what was there is as before
   */
  static void write(Path file, boolean overwrite, Consumer<OutputStream> content) {
    Path target = file.toAbsolutePath().normalize();
    Path folder = Objects.requireNonNullElse(target.getParent(), target);
    refuse(target, overwrite);
    Path draft = draft(target, folder);
    // also when somebody grows tired of waiting
    draft.toFile().deleteOnExit();
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        content.accept(out);
        out.flush();
        channel.force(true);
      }
      refuse(target, overwrite);
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
      force(folder);
    } catch (IOException e) {
      throw cannotWrite(target, e);
    } finally {
      draft.toFile().delete();
    }
  }

  /**
   * Says at once what {@link #write} would say only later.
   *
   * @throws StartException if there is something that must stay
   */
  static void check(Path file, boolean overwrite) {
    refuse(file.toAbsolutePath().normalize(), overwrite);
  }

  private static Path draft(Path target, Path folder) {
    try {
      return Files.createTempFile(
          folder,
          "." + target.getFileName(),
          ".tmp",
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (NoSuchFileException e) {
      throw new StartException("cannot write " + target + ": there is no folder " + folder);
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  private static void refuse(Path target, boolean overwrite) {
    if (Files.isDirectory(target)) {
      throw new StartException(target + " is a folder: name a file");
    }
    if (!overwrite && Files.exists(target)) {
      throw new StartException(target + " is there already: name another file, or --overwrite");
    }
  }

  /** So that the new name outlives a power cut. */
  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static StartException cannotWrite(Path target, IOException e) {
    return new StartException("cannot write " + target + ": " + reason(e));
  }

  /** Why, in words: of some exceptions the message is just the name of the file. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    boolean named = e instanceof FileSystemException file && file.getReason() != null;
    return named ? ((FileSystemException) e).getReason() : String.valueOf(e.getMessage());
  }
}
