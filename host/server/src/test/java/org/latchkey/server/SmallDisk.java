package org.latchkey.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system in memory that can be filled to the last byte. Only root may make one. */
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 4096;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** One of so many MiB, or nothing, with a word about it, where it may not be made. */
  static Optional<SmallDisk> of(int mib) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("latchkey-disk");
    Process mount =
        new ProcessBuilder(
                "mount", "-t", "tmpfs", "-o", "size=" + mib + "m,mode=755", "tmpfs", "" + folder)
            .redirectErrorStream(true)
            .start();
    String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (mount.waitFor() != 0) {
      Files.delete(folder);
      System.out.println("A full disk was NOT tested, that needs root: " + said.strip());
      return Optional.empty();
    }
    return Optional.of(new SmallDisk(folder));
  }

  Path folder() {
    return folder;
  }

  /** Leaves no room at all. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve("filler"))) {
      byte[] block = new byte[BLOCK];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // which is what was wanted
      if (folder.toFile().getUsableSpace() > 0) {
        throw full;
      }
    }
  }

  void makeRoom() throws IOException {
    Files.delete(folder.resolve("filler"));
  }

  @Override
  public void close() throws IOException {
    new ProcessBuilder("umount", "--lazy", folder.toString()).start().onExit().join();
    Files.deleteIfExists(folder);
  }
}
