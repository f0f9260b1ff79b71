package io.meridian.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process across launchers: its number and when it began, so that a number which the
 * system has given to somebody else is never taken for ours.
 */
final class PidFile {

  /** The system's own reading of a start may move by a second when its clock is set. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  void write(ProcessHandle process) throws IOException {
    String line = process.pid() + " " + startOf(process).map(Instant::toEpochMilli).orElse(0L);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, line);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The process, if it still runs and is the one that was written down. */
  Optional<ProcessHandle> process() {
    try {
      String[] words = Files.readString(file).strip().split(" ");
      Instant began = Instant.ofEpochMilli(Long.parseLong(words[1]));
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(ProcessHandle::isAlive)
          .filter(process -> isNear(startOf(process), began));
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A file that stays behind names a dead process: the next start sees that.
    }
  }

  private static Optional<Instant> startOf(ProcessHandle process) {
    return process.info().startInstant();
  }

  private static boolean isNear(Optional<Instant> start, Instant began) {
    return start
        .filter(at -> Duration.between(at, began).abs().compareTo(TOLERANCE) <= 0)
        .isPresent();
  }
}
