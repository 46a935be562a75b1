package org.latchkey.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.latchkey.error.InvalidValueException;
import org.latchkey.spi.FileSource;
import org.latchkey.spi.StoredFile;

/**
 * The files of one folder and the folders in it. Nothing outside of it is ever read, whatever links
 * point there, and nothing whose name begins with a dot.
 *
 * <p>Immutable and safe for use by many threads; files may be added and changed meanwhile.
 *
 * @since 1.0
 */
public final class FolderFiles implements FileSource {
  private static final String BYTES = "application/octet-stream";
  private static final Map<String, String> TYPES =
      Map.of(
          "xml", "text/xml; charset=UTF-8",
          "txt", "text/plain; charset=UTF-8",
          "lang", "text/plain; charset=UTF-8",
          "wav", "audio/wav",
          "mp3", "audio/mpeg",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "png", "image/png");

  private final Path folder;

  /**
   * The files of a folder.
   *
   * @param folder the folder
   * @throws InvalidValueException if it is none, or cannot be read
   */
  public FolderFiles(Path folder) {
    try {
      this.folder = folder.toRealPath();
    } catch (IOException e) {
      throw InvalidValueException.of("files", "a folder that can be read", folder);
    }
    if (!Files.isDirectory(this.folder) || !Files.isReadable(this.folder)) {
      throw InvalidValueException.of("files", "a folder that can be read", folder);
    }
  }

  @Override
  public Optional<StoredFile> find(String path) {
    try {
      Path file = folder;
      for (String name : path.split("/", -1)) {
        if (name.isEmpty() || name.startsWith(".")) {
          return Optional.empty();
        }
        file = file.resolve(name);
      }
      // what links point at counts, not where they stand; that it is within the folder is asked
      // first: the way from it to another root has no names, and that to its parent begins with a
      // dot only by chance
      Path real = file.toRealPath();
      if (!real.startsWith(folder) || !isShown(real)) {
        return Optional.empty();
      }
      BasicFileAttributes found = Files.readAttributes(real, BasicFileAttributes.class);
      return found.isRegularFile() && Files.isReadable(real)
          ? Optional.of(new Found(real, found.size(), found.lastModifiedTime().toInstant()))
          : Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private boolean isShown(Path real) {
    for (Path name : folder.relativize(real)) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return true;
  }

  private record Found(Path path, long length, Instant modified) implements StoredFile {
    @Override
    public String type() {
      String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
      return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), BYTES);
    }

    @Override
    public InputStream open(long from) throws IOException {
      SeekableByteChannel channel = Files.newByteChannel(path);
      try {
        return Channels.newInputStream(channel.position(from));
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
  }
}
