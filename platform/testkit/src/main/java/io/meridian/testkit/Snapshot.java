package io.meridian.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was agreed on once and changes only on purpose, in a file beside the tests. */
public final class Snapshot {
  private static final String WRITE = "write";

  private Snapshot() {}

  /**
   * What was agreed on; with {@code -Dmeridian.snapshots=write} what there is is agreed on first.
   *
   * @throws java.nio.file.NoSuchFileException when nothing was
   */
  public static String agreed(Path file, String actual) throws IOException {
    if (WRITE.equals(System.getProperty("meridian.snapshots"))) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
    }
    return Files.readString(file);
  }
}
