package io.meridian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A shift change with many open escalations: from the instant the offers are due to the last offer
 * seen by a Kafka consumer, against one SQL transaction that writes the same offers, moves the
 * owner and writes an outbox row for each (goals G3, G3b, G4b).
 */
final class ShiftChangeScenario implements Scenario {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Offers are due 30 minutes before each incoming shift; January days have neither hole nor
   * overlap.
   */
  private static final Instant FIRST_OFFERS = Instant.parse("2026-01-15T06:30:00Z");

  private static final Duration AHEAD = Duration.ofSeconds(60);
  private static final Set<Part> PARTS =
      Set.of(Part.POSTGRES, Part.KAFKA, Part.ESCALATION, Part.HANDOFF);

  @Override
  public String name() {
    return "shift-change";
  }

  @Override
  public String about() {
    return "a shift change with many open escalations, due instant to last offer at a consumer";
  }

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    for (int open : plan.sizes()) {
      new OneSize(open).run(plan.rounds(), table);
    }
  }

  /** The measurement with so many open escalations. */
  private record OneSize(int open) {

    private void run(int rounds, RatioTable table) throws Exception {
      ClockSettings clock = before(FIRST_OFFERS, AHEAD.plusMillis(open * 3L));
      try (BenchHouse house = BenchHouse.start(PARTS, clock, Map.of())) {
        DemoCalendar.apply(house);
        open(house, clock);
        raw(house);
        double[] system = new double[rounds];
        double[] limit = new double[rounds];
        double[] first = new double[rounds];
        double[] cpu = new double[rounds];
        Instant due = FIRST_OFFERS;
        for (int i = 0; i < rounds; i++) {
          if (i > 0) {
            clock = before(due, Duration.ofSeconds(20));
            house.restartWith(PARTS, clock, Map.of());
          }
          double[] seconds = new double[2];
          Instant boundary = clock.realInstantOf(due);
          Meter.Sample sample =
              new Meter(house, PARTS).measure(() -> offers(house, boundary, seconds));
          first[i] = seconds[0];
          system[i] = seconds[1];
          cpu[i] = (sample.cpuMicros(Part.HANDOFF) + sample.cpuMicros(Part.POSTGRES)) / open;
          limit[i] = rawSeconds(house);
          acceptAll(house);
          due = due.plus(Duration.ofHours(8));
        }
        var outcome = Rounds.Outcome.of(system, limit);
        table.add(
            String.format(
                Locale.ROOT, "(b) shift change, %,d open, due to last offer at a consumer", open),
            millis(outcome.medianSystem()) + " (first offer " + millis(Rounds.median(first)) + ")",
            millis(outcome.medianComparator()),
            outcome.ratio(),
            "≤ 0.5×",
            String.format(Locale.ROOT, "handoff + postgres %.0f", Rounds.median(cpu)),
            open + " handoffs = offers seen = acceptances, each round");
      }
    }

    private static ClockSettings before(Instant due, Duration ahead) {
      return new ClockSettings(due.minus(ahead), Instant.now(), 1);
    }

    private void open(BenchHouse house, ClockSettings clock) throws IOException {
      AcceptRequests requests = AcceptScenario.integration(house, () -> clock.at(Instant.now()));
      int port = house.port(Part.ESCALATION);
      HttpLoad.Result result = new HttpLoad(port, 32).run(requests.next(open, port));
      if (result.ok() != open) {
        throw new IllegalStateException(result.refused() + " openings were refused");
      }
      BenchHouse.await(
          "everybody assigned",
          Duration.ofSeconds(180),
          () ->
              house.number("handoff", "select count(*) from accountability where upper_inf(during)")
                  == open);
    }

    /** Seconds from the due instant to the first and to the last offer at a consumer. */
    private double offers(BenchHouse house, Instant due, double[] seconds) {
      Set<String> offered = ConcurrentHashMap.newKeySet();
      AtomicLong first = new AtomicLong();
      AtomicLong last = new AtomicLong();
      long dueNanos = System.nanoTime() + Duration.between(Instant.now(), due).toNanos();
      if (dueNanos < System.nanoTime()) {
        throw new IllegalStateException("the boundary passed before the measurement began");
      }
      try (KafkaTail tail =
          new KafkaTail(
              house.stack().bootstrapServers(),
              "meridian.handoffs",
              (record, at) -> {
                int before = offered.size();
                offered.addAll(offersIn(record));
                if (offered.size() > before) {
                  first.compareAndSet(0, at);
                  last.set(at);
                }
              })) {
        BenchHouse.await(
            "all offers at the consumer",
            Duration.ofSeconds(120).plus(Duration.between(Instant.now(), due)),
            () -> offered.size() >= open);
      }
      seconds[0] = (first.get() - dueNanos) / 1e9;
      seconds[1] = (last.get() - dueNanos) / 1e9;
      return seconds[1];
    }

    private static List<String> offersIn(ConsumerRecord<String, String> record) {
      String type =
          new String(
              record.headers().lastHeader("ce_type").value(),
              java.nio.charset.StandardCharsets.UTF_8);
      List<String> ids = new ArrayList<>();
      if (type.equals("io.meridian.handoff.offered.v1")) {
        try {
          JSON.readTree(record.value())
              .path("handoffs")
              .forEach(h -> ids.add(h.path("id").asText()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
      return ids;
    }

    /** Every offer is accepted by the person asked, so that the next boundary has the same work. */
    private void acceptAll(BenchHouse house) {
      Set<String> accepted = new HashSet<>();
      for (String region : List.of("apac", "emea", "amer")) {
        RestClient tam =
            RestClient.of(house.stack(), Part.HANDOFF, house.stack().tokens().tam("tam-" + region));
        while (true) {
          List<Map<String, String>> items = new ArrayList<>();
          for (JsonNode offer :
              tam.get("/api/v1/handoffs?state=OFFERED&limit=500&to=tam-" + region).path("items")) {
            items.add(Map.of("id", offer.path("id").asText(), "readBack", "I have it"));
          }
          if (items.isEmpty()) {
            break;
          }
          tam.post("/api/v1/handoffs/accept", Map.of("items", items));
          items.forEach(item -> accepted.add(item.get("id")));
        }
      }
      if (accepted.size() != open) {
        throw new IllegalStateException("accepted " + accepted.size() + " of " + open);
      }
    }

    private void raw(BenchHouse house) {
      house.execute(
          "handoff",
          "create schema raw",
          "create table raw.escalation (id uuid primary key, owner text not null, severity text not null)",
          """
        create table raw.offer (id uuid primary key, shift_change uuid not null, escalation_id uuid not null,
          from_tam text not null, to_tam text not null, state text not null, offered_at timestamptz not null,
          accept_by timestamptz not null, unique (shift_change, escalation_id))""",
          "create table raw.outbox (like public.outbox including all)",
          "insert into raw.escalation select gen_random_uuid(), 'tam-a', 'SEV2' from generate_series(1, "
              + open
              + ")");
    }

    private static double rawSeconds(BenchHouse house) {
      house.execute(
          "handoff", "delete from raw.outbox", "delete from raw.offer", "vacuum raw.escalation");
      long start = System.nanoTime();
      house.execute(
          "handoff",
          """
        with change as (select gen_random_uuid() as id),
             o as (insert into raw.offer select gen_random_uuid(), change.id, e.id, e.owner, 'tam-b', 'OFFERED', now(),
                     now() + interval '15 minutes' from raw.escalation e, change returning *),
             u as (update raw.escalation set owner = 'tam-b')
        insert into raw.outbox (id, topic, key, type, source, sequence, data, occurred_at)
        select id, 'meridian.handoffs', escalation_id::text, 'offered', '/raw', 1,
               json_build_object('id', id, 'shiftChangeId', shift_change, 'escalationId', escalation_id, 'from', from_tam,
                 'to', to_tam, 'state', state, 'offeredAt', offered_at, 'acceptBy', accept_by)::text, now() from o""");
      return (System.nanoTime() - start) / 1e9;
    }

    private static String millis(double seconds) {
      return String.format(Locale.ROOT, "%,.0f ms", seconds * 1e3);
    }
  }
}
