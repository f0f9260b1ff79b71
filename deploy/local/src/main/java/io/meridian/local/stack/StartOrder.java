package io.meridian.local.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for whom. PostgreSQL and Kafka start side by side; the services start as soon as their
 * databases are there, and, at the very first start only, once the topics are. So does the console,
 * which needs none of them to start.
 */
final class StartOrder {

  private final Map<Part, RunningPart> parts;
  private final @Nullable Supervisor supervisor;
  private final Progress progress;
  private final Executor threads = task -> Thread.ofVirtual().name("start").start(task);

  StartOrder(Map<Part, RunningPart> parts, @Nullable Supervisor supervisor, Progress progress) {
    this.parts = parts;
    this.supervisor = supervisor;
    this.progress = progress;
  }

  void run() {
    RunningPart kafka = parts.get(Part.KAFKA);
    boolean topicsThere = kafka != null && kafka.hasData();
    CompletableFuture<Void> log = async(kafka);
    CompletableFuture<Void> database = async(parts.get(Part.POSTGRES));
    CompletableFuture<Void> ground =
        topicsThere ? database : CompletableFuture.allOf(database, log);
    List<CompletableFuture<Void>> all = new ArrayList<>(List.of(log, database));
    RunningPart console = parts.get(Part.CONSOLE);
    if (console != null) {
      all.add(ground.thenRunAsync(() -> startAndWait(console), threads));
    }
    for (Part service : Part.SERVICES) {
      RunningPart part = parts.get(service);
      if (part != null) {
        all.add(ground.thenRunAsync(() -> startAndWait(part), threads));
      }
    }
    try {
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof StackRefusal refusal) {
        throw refusal;
      }
      throw e;
    }
  }

  private CompletableFuture<Void> async(@Nullable RunningPart part) {
    return part == null
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.runAsync(() -> startAndWait(part), threads);
  }

  private void startAndWait(RunningPart part) {
    progress.part(part.part(), false);
    try {
      Process process = part.launch();
      part.awaitReady();
      if (supervisor != null) {
        supervisor.watch(part, process);
      }
    } catch (IOException e) {
      throw new StackRefusal(part.part().label() + " does not start: " + e.getMessage(), e);
    }
    progress.part(part.part(), true);
  }

  /** The console and the services together, then Kafka, then PostgreSQL. */
  static void stop(Map<Part, RunningPart> parts) {
    stopTogether(
        parts.values().stream().filter(running -> running.part().isApplication()).toList());
    for (Part part : List.of(Part.KAFKA, Part.POSTGRES)) {
      RunningPart running = parts.get(part);
      if (running != null) {
        running.end();
      }
    }
  }

  private static void stopTogether(Collection<RunningPart> some) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      some.forEach(part -> threads.execute(part::end));
    }
  }
}
