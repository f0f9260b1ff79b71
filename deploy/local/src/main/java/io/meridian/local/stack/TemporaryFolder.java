package io.meridian.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that goes when it is closed. */
public final class TemporaryFolder implements AutoCloseable {

  private final Path path;
  private volatile boolean kept;

  private TemporaryFolder(Path path) {
    this.path = path;
  }

  /** A new one below the system's temporary folder. */
  public static TemporaryFolder create(String prefix) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(prefix));
  }

  public Path path() {
    return path;
  }

  /** Leaves it there for good. */
  public void keep() {
    kept = true;
  }

  @Override
  public void close() {
    if (kept || !Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException e) {
      System.err.println("meridian: left behind: " + path + " (" + e.getMessage() + ")");
    }
  }
}
