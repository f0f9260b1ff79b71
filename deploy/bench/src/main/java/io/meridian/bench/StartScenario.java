package io.meridian.bench;

import io.meridian.local.stack.LocalStack;
import io.meridian.local.stack.Part;
import io.meridian.local.stack.PortPlan;
import io.meridian.local.stack.Progress;
import io.meridian.local.stack.StackOptions;
import io.meridian.local.stack.Tuning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Start of each service until it is ready, first answer, and memory; with and without the JDK's AOT
 * cache (G8, G9).
 */
final class StartScenario implements Scenario {

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String about() {
    return "start to ready, first request and resident memory of each service";
  }

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    int rounds = plan.rounds();
    Path data = Files.createTempDirectory("meridian-bench-");
    StackOptions cached = StackOptions.in(data).at(PortPlan.free()).tuned(Tuning.START);
    try {
      LocalStack.start(cached, Progress.SILENT).close();
      double[][] with = measure(cached, rounds);
      double[][] without = measure(cached.tuned(Tuning.NONE), rounds);
      int row = 0;
      for (Part service : Part.SERVICES) {
        double ready = with[row][0];
        double plain = without[row][0];
        table.add(
            "(e) " + service.label() + " start to ready, against the same without AOT cache",
            String.format(Locale.ROOT, "%.2f s", ready),
            String.format(Locale.ROOT, "%.2f s", plain),
            String.format(Locale.ROOT, "%.2f×", ready / plain),
            "≤ 0.30× and ≤ 1.0 s",
            "",
            String.format(
                Locale.ROOT,
                "first answer %.0f ms, resident %.0f MiB",
                with[row][1],
                with[row][2]));
        row++;
      }
    } finally {
      BenchHouse.delete(data);
    }
  }

  /** Medians by service: seconds to ready, milliseconds of the first answer, MiB resident. */
  private static double[][] measure(StackOptions options, int rounds) {
    try (LocalStack stack = LocalStack.start(options, Progress.SILENT)) {
      double[][] medians = new double[Part.SERVICES.size()][];
      int row = 0;
      for (Part service : Part.SERVICES) {
        double[] ready = new double[rounds];
        double[] first = new double[rounds];
        double[] memory = new double[rounds];
        for (int i = 0; i < rounds; i++) {
          stack.kill(service);
          long start = System.nanoTime();
          stack.restart(service);
          ready[i] = (System.nanoTime() - start) / 1e9;
          long asked = System.nanoTime();
          RestClient.of(stack, service, stack.tokens().manager()).get(list(service));
          first[i] = (System.nanoTime() - asked) / 1e6;
          memory[i] = CpuClock.residentMiB(stack.pid(service));
        }
        medians[row++] =
            new double[] {Rounds.median(ready), Rounds.median(first), Rounds.median(memory)};
      }
      return medians;
    }
  }

  private static String list(Part service) {
    return switch (service) {
      case CUSTOMER -> "/api/v1/customers?limit=1";
      case ESCALATION -> "/api/v1/escalations?limit=1";
      case HANDOFF -> "/api/v1/handoffs?limit=1";
      default -> "/api/v1/gaps?limit=1";
    };
  }
}
