package io.meridian.bench;

import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.Part;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Two processes of handoff-service, and {@code kill -9} for the one that leads (goal G11): first a
 * moment before offers are due, from then to the other's term and from the due instant to the
 * offers; then again and again with nothing to do.
 */
final class TakeoverScenario implements Scenario {
  private static final int OPEN = 1_000;
  private static final Instant DUE = Instant.parse("2026-01-15T07:30:00Z");
  private static final Duration AHEAD = Duration.ofSeconds(80);
  private static final long KILL_BEFORE_NANOS = 200_000_000;
  private static final Set<Part> PARTS =
      Set.of(Part.POSTGRES, Part.KAFKA, Part.ESCALATION, Part.HANDOFF);

  @Override
  public String name() {
    return "takeover";
  }

  @Override
  public String about() {
    return "kill -9 of the leading handoff-service, to the other's term and to its offers";
  }

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    ClockSettings clock = new ClockSettings(DUE.minus(AHEAD), Instant.now(), 1);
    try (BenchHouse house = BenchHouse.start(PARTS, clock, Map.of())) {
      TurnsCalendar.apply(house, 8, 8);
      open(house, clock);
      try (SecondReplica second = SecondReplica.start(house, Part.HANDOFF);
          Connection connection = house.connect("handoff")) {
        new Two(house, second, connection).measure(clock, plan.rounds(), table);
      }
    }
  }

  private static void open(BenchHouse house, ClockSettings clock) throws IOException {
    AcceptRequests requests = AcceptScenario.integration(house, () -> clock.at(Instant.now()));
    int port = house.port(Part.ESCALATION);
    if (new HttpLoad(port, 32).run(requests.next(OPEN, port)).ok() != OPEN) {
      throw new IllegalStateException("openings were refused");
    }
    BenchHouse.await(
        "everybody assigned",
        Duration.ofSeconds(60),
        () ->
            house.number("handoff", "select count(*) from accountability where upper_inf(during)")
                == OPEN);
  }

  /** The two replicas, and a session to look at the database with. */
  private record Two(BenchHouse house, SecondReplica second, Connection connection) {

    private void measure(ClockSettings clock, int rounds, RatioTable table)
        throws IOException, SQLException {
      Duration left = Duration.between(Instant.now(), clock.realInstantOf(DUE));
      long due = System.nanoTime() + left.toNanos();
      if (left.toNanos() < KILL_BEFORE_NANOS) {
        throw new IllegalStateException("the offers were due before both replicas were ready");
      }
      double[] takeovers = new double[rounds + 1];
      AtomicLong published = new AtomicLong();
      try (KafkaTail tail =
          new KafkaTail(
              house.stack().broker(),
              "meridian.handoffs",
              (record, at) -> {
                if (type(record.headers().lastHeader("ce_type").value()).contains("offered")) {
                  published.compareAndSet(0, at);
                }
              })) {
        PacedPosts.waitUntil(due - KILL_BEFORE_NANOS);
        takeovers[0] = killTheLeader();
        awaitNumber("select count(*) from handoff where status = 'OFFERED'", OPEN);
        long offered = System.nanoTime();
        BenchHouse.await("an offer published", Duration.ofSeconds(60), () -> published.get() > 0);
        table.add(
            "offers of 1,000 open, leader killed 200 ms before they are due",
            String.format(
                Locale.ROOT,
                "due to committed %,.0f ms, to the first at a consumer %,.0f ms",
                (offered - due) / 1e6,
                (published.get() - due) / 1e6),
            "",
            "",
            "none missed or doubled",
            "",
            OPEN + " offers, one each");
      }
      for (int i = 1; i <= rounds; i++) {
        revive();
        takeovers[i] = killTheLeader();
      }
      Arrays.sort(takeovers);
      table.add(
          "leader killed (-9) to the other's term",
          String.format(
              Locale.ROOT,
              "median %,.0f ms, longest %,.0f ms",
              takeovers[takeovers.length / 2],
              takeovers[takeovers.length - 1]),
          "",
          "",
          "≤ 3 s",
          "",
          takeovers.length + " kills, " + takeovers.length + " terms");
    }

    /** Milliseconds until another leads. */
    private double killTheLeader() throws SQLException {
      long term = number("select term from leadership where name = 'handoff-service'");
      ProcessHandle leader = ProcessHandle.of(secondLeads() ? second.pid() : first()).orElseThrow();
      long killed = System.nanoTime();
      leader.destroyForcibly();
      awaitNumber("select term from leadership where name = 'handoff-service'", term + 1);
      return (System.nanoTime() - killed) / 1e6;
    }

    private boolean secondLeads() throws SQLException {
      return number(
              "select count(*) from leadership where name = 'handoff-service' and holder like '%-"
                  + second.port()
                  + "'")
          == 1;
    }

    private long first() {
      return house.pid(Part.HANDOFF);
    }

    /** Starts whichever was killed. */
    private void revive() throws IOException, SQLException {
      if (secondLeads()) {
        house.stack().restart(Part.HANDOFF);
      } else {
        second.restart();
      }
      // it has asked for the leadership by now, and asks again every half second: at any moment of
      // it
      BenchHouse.pause(1_000 + RandomGenerator.getDefault().nextInt(500));
    }

    private void awaitNumber(String query, long wanted) throws SQLException {
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (number(query) < wanted) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(query + " did not become " + wanted);
        }
        BenchHouse.pause(2);
      }
    }

    private long number(String query) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(query)) {
        result.next();
        return result.getLong(1);
      }
    }

    private static String type(byte[] header) {
      return new String(header, java.nio.charset.StandardCharsets.UTF_8);
    }
  }
}
