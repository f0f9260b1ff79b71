package io.meridian.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One part with the process that it is at the moment. */
final class RunningPart {

  private static final Duration START_LIMIT = Duration.ofSeconds(180);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

  private static final String CAUSE = "Caused by: ";

  private final PartLauncher launcher;
  private final DataFolder data;
  private @Nullable Process process;
  private boolean ended;

  RunningPart(PartLauncher launcher, DataFolder data) {
    this.launcher = launcher;
    this.data = data;
  }

  Part part() {
    return launcher.part();
  }

  boolean hasData() {
    return launcher.hasData();
  }

  /**
   * Starts the process; it may not serve yet. One that cannot be written down, as on a full disk,
   * is ended again: nobody would find it later.
   */
  synchronized Process launch() throws IOException {
    if (ended) {
      throw new StackRefusal("the stack is stopping");
    }
    Process fresh = launcher.launch();
    try {
      data.pid(part()).write(fresh.toHandle());
    } catch (IOException e) {
      Processes.kill(fresh.toHandle());
      throw e;
    }
    process = fresh;
    return fresh;
  }

  /**
   * Waits until the process serves.
   *
   * @throws StackRefusal when it ends instead, or does not serve within three minutes
   */
  void awaitReady() {
    Process current = current();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!launcher.isReady(current.toHandle())) {
      if (!current.isAlive()) {
        throw new StackRefusal(part().label() + " ended while starting: " + lastWords());
      }
      if (System.nanoTime() > deadline) {
        throw new StackRefusal(
            "%s does not serve after %d seconds; see %s"
                .formatted(part().label(), START_LIMIT.toSeconds(), data.log(part())));
      }
      pause();
    }
  }

  boolean isAlive() {
    Process current = maybeCurrent();
    return current != null && current.isAlive();
  }

  long pid() {
    return current().pid();
  }

  /** kill -9. */
  void kill() {
    Process current = maybeCurrent();
    if (current != null) {
      Processes.kill(current.toHandle());
    }
  }

  /** Ends the process in order; it is never started again. */
  void end() {
    synchronized (this) {
      ended = true;
    }
    stop();
  }

  /** kill -9 of the process and of all that it has started; it is never started again. */
  void abort() {
    synchronized (this) {
      ended = true;
    }
    Process current = maybeCurrent();
    if (current != null) {
      Processes.killAll(current.toHandle());
    }
  }

  /** Ends the process in order and forgets it. */
  void stop() {
    Process current = maybeCurrent();
    if (current != null && current.isAlive()) {
      launcher.stop(current.toHandle());
    }
    data.pid(part()).delete();
  }

  private synchronized @Nullable Process maybeCurrent() {
    return process;
  }

  private Process current() {
    Process current = maybeCurrent();
    if (current == null) {
      throw new IllegalStateException(part().label() + " was not started");
    }
    return current;
  }

  private String lastWords() {
    Path log = data.log(part());
    try {
      return lastWords(Files.readString(log)) + " (see " + log + ")";
    } catch (IOException e) {
      return "see " + log;
    }
  }

  /** The innermost cause if there is a stack trace, else the last line. */
  static String lastWords(String log) {
    List<String> lines = log.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    String last = lines.isEmpty() ? "it said nothing" : lines.getLast();
    return lines.reversed().stream()
        .filter(line -> line.startsWith(CAUSE))
        .map(line -> line.substring(CAUSE.length()))
        .findFirst()
        .orElse(last);
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackRefusal("interrupted while starting", e);
    }
  }
}
