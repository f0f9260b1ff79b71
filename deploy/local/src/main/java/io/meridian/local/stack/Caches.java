package io.meridian.local.stack;

import java.nio.file.Path;

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

  enum Use {
    NONE,
    /** Starts from the caches that are there. */
    READ,
    /** Writes a cache when the part ends. */
    TRAIN
  }

  /** A JVM for the part, tuned as the stack wants it, with what these caches do for it. */
  JavaCommand java(Part part, int heapMegabytes, Tuning tuning) {
    JavaCommand java = new JavaCommand(heapMegabytes).tuned(tuning);
    return switch (use) {
      case NONE -> java;
      case READ -> java.cachedBy(file(part));
      case TRAIN -> java.training(file(part));
    };
  }

  /** How long a part may take to end: one that writes its cache takes longer. */
  int stopSecondsMax() {
    return use == Use.TRAIN ? WRITE_SECONDS_MAX : STOP_SECONDS_MAX;
  }

  private Path file(Part part) {
    return part == Part.KAFKA
        ? house.root().resolve("deploy/local/target/kafka.aot")
        : house.serviceJar(part).resolveSibling("app.aot");
  }
}
