package io.meridian.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.client.Api;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where escalations went unattended, and where they rested, as metrics-service tells managers. */
final class GapReport {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ATTENDANCE = "  %-20s %14s %14s %14s %14s%n";

  private final Api manager;
  private final Instant from;
  private final Instant to;

  GapReport(Api manager, Instant from, Instant to) {
    this.manager = manager;
    this.from = from;
    this.to = to;
  }

  /** Waits until the figures reach the end of the window, and prints them. */
  void print(PrintWriter out) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonNode pairs = summary("regionPair");
    while (Instant.parse(pairs.path("asOf").asText()).isBefore(to)
        && System.nanoTime() < deadline) {
      Thread.sleep(200);
      pairs = summary("regionPair");
    }
    table(out, "Gaps by region pair", pairs);
    table(out, "Gaps by cause", summary("cause"));
    attendance(out);
    out.printf(
        "%n  %s unattended in %d gaps; figures as of %s%n",
        words(pairs.path("totals").path("duration")),
        pairs.path("totals").path("gaps").asLong(),
        pairs.path("asOf").asText());
    out.flush();
  }

  /** What rests is no gap: the two kinds of escalations apart. */
  private void attendance(PrintWriter out) {
    JsonNode spent =
        manager
            .get("/gaps/attendance?groupBy=serviceHours&from=" + from + "&to=" + to)
            .orRefuse("GET /gaps/attendance");
    out.printf("%n" + ATTENDANCE, "Open time", "open", "attended", "gap", "resting");
    for (JsonNode kind : spent.path("items")) {
      out.printf(
          ATTENDANCE,
          kind.path("key").asText().equals("HOME_REGION") ? "lives at home" : "follows the sun",
          words(kind.path("open")),
          words(kind.path("attended")),
          words(kind.path("gap")),
          words(kind.path("resting")));
    }
  }

  private JsonNode summary(String groupBy) {
    return manager
        .get("/gaps/summary?groupBy=" + groupBy + "&from=" + from + "&to=" + to)
        .orRefuse("GET /gaps/summary");
  }

  private static void table(PrintWriter out, String title, JsonNode summary) {
    out.printf("%n  %-26s %6s %14s %14s%n", title, "gaps", "duration", "longest");
    for (JsonNode group : summary.path("items")) {
      out.printf(
          "  %-26s %6d %14s %14s%n",
          group.path("key").asText().replace(">", " → "),
          group.path("gaps").asLong(),
          words(group.path("duration")),
          words(group.path("longest")));
    }
    if (summary.path("items").isEmpty()) {
      out.println("  none");
    }
  }

  private static String words(@Nullable JsonNode duration) {
    return duration == null || !duration.isTextual()
        ? ""
        : words(Duration.parse(duration.asText()));
  }

  static String words(Duration duration) {
    return duration.toHours() > 0
        ? "%d h %02d min".formatted(duration.toHours(), duration.toMinutesPart())
        : "%d min %02d s".formatted(duration.toMinutes(), duration.toSecondsPart());
  }
}
