package io.meridian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.stack.Part;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * REST intake of new escalations, signature checked, 201 after the commit, against raw SQL one by
 * one at its best client count, and against the plain path of one transaction a request (goals G1,
 * G1b, G10).
 */
final class AcceptScenario implements Scenario {

  private static final int REQUESTS = 15_000;
  private static final int PLAIN_REQUESTS = 3_000;

  /** Rows the outbox has ever had: its positions are drawn by nothing else. */
  private static final String WRITTEN =
      "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('outbox', 'position')), 0)";

  private static final Set<Part> PARTS = Set.of(Part.POSTGRES, Part.KAFKA, Part.ESCALATION);

  private long acceptedInAll;

  @Override
  public String name() {
    return "accept";
  }

  @Override
  public String about() {
    return "durable escalations accepted a second over REST, against raw one-by-one inserts";
  }

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    int rounds = plan.rounds();
    double plain = plainPath(rounds, table);
    try (BenchHouse house = BenchHouse.start(PARTS, null, Map.of())) {
      AcceptRequests requests = integration(house, java.time.Clock.systemUTC());
      RawInserts raw = rawSide(house);
      int clients = bestClients(raw);
      for (int connections : new int[] {32, 64}) {
        Rounds.Outcome outcome =
            Rounds.run(
                rounds,
                new Meter(house, PARTS),
                () -> accept(house, requests, connections, REQUESTS),
                () -> raw.perSecond(clients, REQUESTS / 2));
        table.add(
            "(a) accept, " + connections + " connections, against raw SQL, " + clients + " clients",
            perSecond(outcome.medianSystem()),
            perSecond(outcome.medianComparator()),
            outcome.ratio(),
            "≥ 2.0×",
            outcome.systemCpu(REQUESTS)
                + "; raw "
                + outcome.comparatorCpu(REQUESTS / 2, Part.POSTGRES),
            counts(house));
        table.add(
            "(a) accept, " + connections + " connections, against one transaction a request",
            perSecond(outcome.medianSystem()),
            perSecond(plain),
            String.format(Locale.ROOT, "%.2f×", outcome.medianSystem() / plain),
            "≥ 8×",
            "same",
            "same");
      }
    }
  }

  private double plainPath(int rounds, RatioTable table) throws Exception {
    acceptedInAll = 0;
    try (BenchHouse house =
        BenchHouse.start(PARTS, null, Map.of("meridian.intake.batching", "false"))) {
      AcceptRequests requests = integration(house, java.time.Clock.systemUTC());
      Rounds.Outcome outcome =
          Rounds.run(
              rounds,
              new Meter(house, PARTS),
              () -> accept(house, requests, 64, PLAIN_REQUESTS),
              () -> 1.0);
      double median = outcome.medianSystem();
      table.add(
          "(a) one transaction a request, 64 connections",
          perSecond(median),
          "",
          "",
          "",
          outcome.systemCpu(PLAIN_REQUESTS),
          counts(house));
      return median;
    } finally {
      acceptedInAll = 0;
    }
  }

  /** Accepts a second; returns once the relay has published all, so that its CPU counts. */
  private double accept(BenchHouse house, AcceptRequests requests, int connections, int count)
      throws IOException {
    int port = house.port(Part.ESCALATION);
    HttpLoad.Result result = new HttpLoad(port, connections).run(requests.next(count, port));
    if (result.ok() != count) {
      throw new IllegalStateException(result.refused() + " of " + count + " were refused");
    }
    acceptedInAll += result.ok();
    awaitEmptyOutbox(house);
    return result.perSecond();
  }

  private static void awaitEmptyOutbox(BenchHouse house) {
    BenchHouse.await(
        "an empty outbox",
        Duration.ofMinutes(2),
        () -> house.number("escalation", "select count(*) from public.outbox") == 0);
  }

  /** Rows = timeline = outbox rows written = events published, or the run does not count. */
  private String counts(BenchHouse house) {
    awaitEmptyOutbox(house);
    long rows = house.number("escalation", "select count(*) from public.escalation");
    long facts = house.number("escalation", "select count(*) from public.timeline");
    long written = house.number("escalation", WRITTEN);
    long events = house.records("meridian.escalations");
    if (rows != acceptedInAll || facts != rows || written != rows || events != rows) {
      throw new IllegalStateException(
          "accepted %d, rows %d, timeline %d, outbox %d, events %d"
              .formatted(acceptedInAll, rows, facts, written, events));
    }
    return rows + " rows = timeline = outbox = events";
  }

  static AcceptRequests integration(BenchHouse house, InstantSource clock) {
    JsonNode made =
        RestClient.of(house.stack(), Part.ESCALATION, house.stack().tokens().admin())
            .post("/api/v1/integrations", Map.of("kind", "generic", "name", "bench"));
    return new AcceptRequests(made.path("id").asText(), made.path("secret").asText(), clock);
  }

  /** The same three rows in one statement and one commit, in tables of the same shape. */
  private static RawInserts rawSide(BenchHouse house) {
    house.execute(
        "escalation",
        "create schema raw",
        "create table raw.escalation (like public.escalation including all)",
        "create table raw.timeline (like public.timeline including all)",
        "create table raw.outbox (like public.outbox including all)");
    String sql =
        """
        with e as (insert into raw.escalation (id, number, title, description, severity, status, tags,
                     external_system, external_id, external_version, created_at, opened_at, revision, changed_at)
                   values (?, nextval('public.escalation_number'), ?, ?, 'SEV2', 'OPEN', '{}', 'raw', ?, 1,
                     now(), now(), 1, now()) returning id),
             t as (insert into raw.timeline (escalation_id, revision, at, actor, kind)
                   select id, 1, now(), 'raw', 'OPENED' from e)
        insert into raw.outbox (id, topic, key, type, source, sequence, data, occurred_at)
        select id, 'meridian.escalations', id::text, 'io.meridian.escalation.opened.v1', '/raw', 1, ?, now() from e""";
    return new RawInserts(() -> house.connect("escalation"), sql, AcceptScenario::bind);
  }

  private static void bind(PreparedStatement statement, int row) throws SQLException {
    UUID id = UUID.randomUUID();
    statement.setObject(1, id);
    statement.setString(2, "Checkout fails for some customers in the north (" + row + ")");
    statement.setString(
        3, "Since the release of this morning about two in a hundred payments end in an error.");
    statement.setString(4, id.toString());
    statement.setString(5, AcceptRequests.body(row));
  }

  private static int bestClients(RawInserts raw) throws Exception {
    int best = 0;
    double bestRate = 0;
    for (int clients : new int[] {4, 8, 16, 32, 64}) {
      raw.perSecond(clients, 4_000);
      double rate = raw.perSecond(clients, 8_000);
      if (rate > bestRate) {
        bestRate = rate;
        best = clients;
      }
    }
    return best;
  }

  private static String perSecond(double rate) {
    return String.format(Locale.ROOT, "%,.0f/s", rate);
  }
}
