package io.meridian.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command line for a JVM of our own kind: the same JDK, a small heap, one collector thread. */
final class JavaCommand {

  private static final int COMPACT_HEADERS_SINCE = 25;
  private static final int CACHE_SINCE = 25;
  private static final int UNSAFE_WARNS_SINCE = 23;

  private final List<String> command = new ArrayList<>();

  JavaCommand(int heapMegabytes) {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+UseSerialGC");
    if (feature() >= COMPACT_HEADERS_SINCE) {
      command.add("-XX:+UseCompactObjectHeaders");
    }
    if (feature() >= UNSAFE_WARNS_SINCE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.awt.headless=true");
  }

  static boolean cachesClasses() {
    return feature() >= CACHE_SINCE;
  }

  private static int feature() {
    return Runtime.version().feature();
  }

  /** Leaves out the compiler that optimises most, where a quick start matters more. */
  JavaCommand tuned(Tuning tuning) {
    if (tuning == Tuning.START) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    return this;
  }

  /** Uses the ahead-of-time cache if it is there; the JVM ignores one that no longer fits. */
  JavaCommand cachedBy(Path cache) {
    if (cachesClasses() && Files.exists(cache)) {
      command.add("-XX:AOTCache=" + cache);
      command.add("-Xlog:aot=off");
      command.add("-Xlog:cds=off");
    }
    return this;
  }

  /** Writes an ahead-of-time cache when the process ends. */
  JavaCommand training(Path cache) {
    command.add("-XX:AOTCacheOutput=" + cache);
    return this;
  }

  JavaCommand properties(Map<String, String> properties) {
    properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
    return this;
  }

  List<String> jar(Path jar) {
    return with("-jar", jar.toString());
  }

  List<String> main(Class<?> main, String... arguments) {
    with("-cp", System.getProperty("java.class.path"), main.getName());
    return with(arguments);
  }

  private List<String> with(String... words) {
    command.addAll(List.of(words));
    return command;
  }
}
