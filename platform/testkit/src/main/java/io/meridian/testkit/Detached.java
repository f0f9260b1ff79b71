package io.meridian.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands whose processes do not hear the terminal's Ctrl-C: they are stopped in order by us. */
public final class Detached {

  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private Detached() {}

  /**
   * The same command in a session of its own, in the same process; unchanged where that cannot be.
   */
  public static List<String> command(List<String> command) {
    if (!Files.isExecutable(SETSID)) {
      return command;
    }
    List<String> detached = new ArrayList<>(List.of(SETSID.toString()));
    detached.addAll(command);
    return detached;
  }
}
