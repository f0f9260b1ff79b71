package io.meridian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.stack.Part;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * What a manager asks, over a year with 1,000,000 gaps: {@code /gaps/summary} over HTTP against the
 * raw {@code GROUP BY} of the same table, which must give the same numbers (goal G7).
 */
final class SummaryScenario implements Scenario {

  private static final int GAPS = 1_000_000;
  private static final Set<Part> PARTS = Set.of(Part.POSTGRES, Part.KAFKA, Part.METRICS);
  private static final int ASKED = 500;
  private static final Instant FROM = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-02-01T00:00:00Z");
  private static final String RAW =
      """
      select from_region || '>' || coalesce(to_region, ''), count(*),
             (extract(epoch from sum(ended_at - started_at)) * 1000)::bigint
        from gap where not voided and started_at >= timestamptz '2025-01-01 00:00Z'
                   and started_at < timestamptz '2026-02-01 00:00Z' group by 1""";

  @Override
  public String name() {
    return "summary";
  }

  @Override
  public String about() {
    return "/gaps/summary over 1,000,000 gaps, against the raw GROUP BY";
  }

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    int rounds = plan.rounds();
    try (BenchHouse house = BenchHouse.start(PARTS, null, Map.of())) {
      long start = System.nanoTime();
      new ManyGaps(FROM).publish(house.stack().broker(), GAPS);
      BenchHouse.await(
          "every gap projected",
          Duration.ofMinutes(10),
          () -> house.number("metrics", "select count(*) from gap") == GAPS);
      double seconds = (System.nanoTime() - start) / 1e9;
      house.execute("metrics", "vacuum analyze gap", "vacuum analyze gap_rollup");
      Histogram latency = new Histogram(3);
      Rounds.Outcome outcome =
          Rounds.run(
              rounds,
              new Meter(house, PARTS),
              () -> summaryMicros(house, latency),
              () -> rawMicros(house));
      table.add(
          "(d) /gaps/summary of 1,000,000 gaps over HTTP",
          String.format(
              Locale.ROOT,
              "p50 %.2f ms, p99 %.2f ms",
              latency.getValueAtPercentile(50) / 1e6,
              latency.getValueAtPercentile(99) / 1e6),
          String.format(Locale.ROOT, "%.0f ms", outcome.medianComparator() / 1e3),
          String.format(Locale.ROOT, "%.0f× faster", 1 / outcome.medianRatio()),
          "p99 ≤ 3 ms, ≥ 500×",
          "",
          equalTotals(house));
      table.add(
          "(d) projecting them from Kafka",
          String.format(Locale.ROOT, "%,.0f gaps/s", GAPS / seconds),
          "",
          "",
          "",
          "",
          GAPS + " rows");
    }
  }

  private static String path() {
    return "/api/v1/gaps/summary?groupBy=regionPair&from=" + FROM + "&to=" + TO;
  }

  private static double summaryMicros(BenchHouse house, Histogram into) throws IOException {
    int port = house.port(Part.METRICS);
    byte[] request =
        HttpRequests.get(
            "127.0.0.1:" + port,
            path(),
            Map.of("Authorization", "Bearer " + house.stack().tokens().manager()));
    HttpLoad.Result result =
        new HttpLoad(port, 1).run(Collections.nCopies(ASKED, request).iterator());
    if (result.ok() != ASKED) {
      throw new IllegalStateException(result.refused() + " summaries were refused");
    }
    into.add(result.latency());
    return result.latency().getValueAtPercentile(50) / 1e3;
  }

  private static double rawMicros(BenchHouse house) throws SQLException {
    try (Connection connection = house.connect("metrics");
        var statement = connection.prepareStatement(RAW)) {
      long start = System.nanoTime();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          result.getLong(2);
        }
      }
      return (System.nanoTime() - start) / 1e3;
    }
  }

  /** Both answer the same numbers for every pair, or the run does not count. */
  private static String equalTotals(BenchHouse house) throws SQLException {
    JsonNode answer =
        RestClient.of(house.stack(), Part.METRICS, house.stack().tokens().manager()).get(path());
    Map<String, String> served = new java.util.TreeMap<>();
    for (JsonNode group : answer.path("items")) {
      served.put(
          group.path("key").asText(),
          group.path("gaps").asLong()
              + " gaps "
              + Duration.parse(group.path("duration").asText()).toMillis());
    }
    Map<String, String> raw = new java.util.TreeMap<>();
    try (Connection connection = house.connect("metrics");
        ResultSet result = connection.createStatement().executeQuery(RAW)) {
      while (result.next()) {
        raw.put(result.getString(1), result.getLong(2) + " gaps " + result.getLong(3));
      }
    }
    if (!served.equals(raw)) {
      throw new IllegalStateException("served " + served + ", raw " + raw);
    }
    return "bit-equal, " + raw.size() + " pairs";
  }
}
