package io.meridian.local.seed;

import io.meridian.local.client.Api;
import io.meridian.local.stack.LocalStack;
import io.meridian.local.stack.StackRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A little of everything that a house does, for its JVMs to remember. */
public final class Exercise {

  private static final int ROUNDS = 20;
  private static final String YEAR = "from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z";
  private static final List<String> READS =
      List.of(
          "/on-duty",
          "/escalations?limit=5",
          "/customers?limit=5",
          "/handoffs?limit=5",
          "/shift-changes?limit=5",
          "/calendar",
          "/coverage/gaps?basis=rules&limit=3&" + YEAR,
          "/gaps?" + YEAR,
          "/gaps/summary?groupBy=regionPair&" + YEAR,
          "/gaps/attendance?groupBy=serviceHours");

  private final LocalStack stack;

  public Exercise(LocalStack stack) {
    this.stack = stack;
  }

  /** Seeds, opens and reads; refusals are of no interest here, so they end it quietly. */
  public void run() {
    try {
      new Seed(World.ofTheHouse(), stack.url(), stack.tokens()).run(stack.options().data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (StackRefusal e) {
      System.err.println("meridian: " + e.getMessage());
    }
    Api manager = Api.at(stack.url(), stack.tokens().manager());
    for (int round = 0; round < ROUNDS; round++) {
      manager.post("/escalations", Map.of("title", "Exercise", "severity", "SEV4"), Map.of());
      READS.forEach(manager::get);
    }
  }
}
