package io.meridian.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's ahead-of-time caches (JEP 483, 514, 515), one file per part, kept with the built jars
 * so that a clean build drops them.
 *
 * @param house where the built parts lie
 * @param use what a start does with them
 */
record Caches(House house, Use use) {

  enum Use {
    NONE,
    /** Starts from the caches that are there. */
    READ,
    /** Writes a cache when the part ends. */
    TRAIN
  }

  void apply(JavaCommand java, Part part) {
    switch (use) {
      case NONE -> {}
      case READ -> java.cachedBy(file(part));
      case TRAIN -> java.training(file(part));
    }
  }

  /** Whether every part that has a JVM of its own has a cache. */
  boolean complete() {
    return Files.exists(file(Part.KAFKA))
        && Part.SERVICES.stream().allMatch(service -> Files.exists(file(service)));
  }

  private Path file(Part part) {
    return part == Part.KAFKA
        ? house.root().resolve("deploy/local/target/kafka.aot")
        : house.serviceJar(part).resolveSibling("app.aot");
  }

  static @Nullable String unsupported() {
    return JavaCommand.cachesClasses() ? null : "the JDK is older than 25";
  }
}
