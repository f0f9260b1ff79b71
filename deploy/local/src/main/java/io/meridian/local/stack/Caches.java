package io.meridian.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Set;

/**
 * The JVM's ahead-of-time caches (JEP 483, 514, 515), one file per part, kept with the built jars
 * so that a new build drops them.
 *
 * @param house where the built parts lie
 * @param use what a start does with them
 */
record Caches(House house, Use use) {

  private static final int STOP_SECONDS_MAX = 20;
  private static final int WRITE_SECONDS_MAX = 600;

  private static final Set<Part> TRAINED =
      EnumSet.of(
          Part.CUSTOMER, Part.ESCALATION, Part.HANDOFF, Part.METRICS, Part.CONSOLE, Part.KAFKA);

  enum Use {
    NONE,
    /** Starts from the caches that are there. */
    READ,
    /** Writes a cache when the part ends, beside the one that is read. */
    TRAIN
  }

  /** A JVM for the part, tuned as the stack wants it, with what these caches do for it. */
  JavaCommand java(Part part, int heapMegabytes, Tuning tuning) {
    JavaCommand java = new JavaCommand(heapMegabytes).tuned(tuning);
    return switch (use) {
      case NONE -> java;
      case READ -> java.cachedBy(file(part));
      case TRAIN -> java.training(unfinished(part));
    };
  }

  boolean train() {
    return use == Use.TRAIN;
  }

  /** Drops what a training that was broken off has left. */
  void discard() throws IOException {
    for (Part part : TRAINED) {
      Path unfinished = unfinished(part);
      Files.deleteIfExists(unfinished);
      Files.deleteIfExists(unfinished.resolveSibling(unfinished.getFileName() + ".config"));
    }
  }

  /** Puts the caches in use: each is whole, for its part has ended. */
  void publish() throws IOException {
    for (Part part : TRAINED) {
      if (Files.exists(unfinished(part))) {
        Files.move(unfinished(part), file(part), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** How long a part may take to end: one that writes its cache takes longer. */
  int stopSecondsMax() {
    return use == Use.TRAIN ? WRITE_SECONDS_MAX : STOP_SECONDS_MAX;
  }

  /** A cache under this name is never read: it may be half written. */
  private Path unfinished(Part part) {
    return file(part).resolveSibling(file(part).getFileName() + ".new");
  }

  private Path file(Part part) {
    return part == Part.KAFKA
        ? house.root().resolve("deploy/local/target/kafka.aot")
        : house.jar(part).resolveSibling("app.aot");
  }
}
