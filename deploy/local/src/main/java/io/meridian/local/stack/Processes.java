package io.meridian.local.stack;

import io.meridian.testkit.Detached;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starting and ending processes. */
final class Processes {

  private static final int KILL_SECONDS_MAX = 20;

  private Processes() {}

  /**
   * Starts a command of its own session, its words going to {@code log}; what files it makes are
   * for their owner only.
   */
  static Process start(List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Detached.command(confined(command)))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  /** The same in the same process, which lets nobody else read what it writes. */
  private static List<String> confined(List<String> command) {
    List<String> confined =
        new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$0\" \"$@\""));
    confined.addAll(command);
    return confined;
  }

  /** Asks the process to end, kills it when it has not after so many seconds, and waits. */
  static void terminate(ProcessHandle process, int secondsMax) {
    process.destroy();
    if (!hasEnded(process, secondsMax)) {
      kill(process);
    }
  }

  /** kill -9, and waits for the end. */
  static void kill(ProcessHandle process) {
    process.destroyForcibly();
    hasEnded(process, KILL_SECONDS_MAX);
  }

  /** kill -9, also of all that the process has started. */
  static void killAll(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    kill(process);
  }

  /** kill -9 of this JVM: one that is to write a cache does so even when it halts. */
  static void killThis() {
    try {
      String pid = Long.toString(ProcessHandle.current().pid());
      new ProcessBuilder("kill", "-KILL", pid).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static boolean hasEnded(ProcessHandle process, int secondsMax) {
    try {
      process.onExit().get(secondsMax, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
