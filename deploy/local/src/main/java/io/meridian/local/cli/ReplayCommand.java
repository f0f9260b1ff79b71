package io.meridian.local.cli;

import io.meridian.local.client.Api;
import io.meridian.local.replay.Replay;
import io.meridian.local.replay.Tally;
import io.meridian.local.replay.Tally.Outcome;
import io.meridian.local.security.LocalTokens;
import io.meridian.local.security.SigningKey;
import io.meridian.local.seed.Integration;
import io.meridian.local.seed.Integrations;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.StackView;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Sends a ServiceNow incident log through the signed intake of the running stack.",
      "The order of each incident's updates is kept; sending a log again creates nothing."
    })
final class ReplayCommand implements Callable<Integer> {

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "FILE", description = "CSV with a header, gzipped or not")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataFolder folder = data.folder();
    StackView view = new StackView(folder);
    view.requireRunning();
    LocalTokens tokens = LocalTokens.of(SigningKey.in(folder.root()));
    String door = view.url();
    Integration integration =
        new Integrations(folder).ensure("servicenow", "ServiceNow", Api.at(door, tokens.admin()));
    Replay replay = new Replay(file, door, integration, Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    long began = System.nanoTime();
    send(replay, new ProgressBar(out, replay.rows()));
    print(replay.tally(), (System.nanoTime() - began) / 1e9, out);
    return replay.tally().of(Outcome.FAILED) == 0 ? 0 : 1;
  }

  private static void send(Replay replay, ProgressBar bar)
      throws IOException, InterruptedException {
    CompletableFuture<Void> sending =
        CompletableFuture.runAsync(
            () -> {
              try {
                replay.run();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    while (true) {
      try {
        sending.get(500, TimeUnit.MILLISECONDS);
        bar.done(replay.tally().total());
        return;
      } catch (TimeoutException e) {
        bar.show(replay.tally().total());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException known) {
          throw known;
        }
        throw new IllegalStateException(e);
      }
    }
  }

  private static void print(Tally tally, double seconds, PrintWriter out) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome != Outcome.FAILED || tally.of(outcome) > 0) {
        out.printf(Locale.ROOT, "  %-10s %,9d%n", outcome.word(), tally.of(outcome));
      }
    }
    tally.reasons().forEach((why, count) -> out.printf(Locale.ROOT, "    %,d: %s%n", count, why));
    out.printf(
        Locale.ROOT,
        "  %,d updates in %.1f s, %,.0f a second%n",
        tally.total(),
        seconds,
        tally.total() / seconds);
  }
}
