package io.meridian.bench;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.Part;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How long after the commit an event is there for a consumer, and a gap in the managers' query,
 * against the time a bare Kafka producer needs to reach a consumer at the same broker (goal G4).
 */
final class LatencyScenario implements Scenario {

  private static final int EVENTS = 3_000;
  private static final int EVENTS_PER_SECOND = 500;
  private static final int GAPS = 200;
  private static final int WARM_UPS = 3;
  private static final Set<Part> HOUSE = EnumSet.complementOf(EnumSet.of(Part.MAIL));
  private static final Set<Part> INTAKE = Set.of(Part.POSTGRES, Part.KAFKA, Part.ESCALATION);

  /** The hour before midnight has nobody on duty, so every opening is a gap. */
  private static final Instant IN_THE_HOLE = Instant.parse("2026-07-01T23:05:00Z");

  @Override
  public String name() {
    return "latency";
  }

  @Override
  public String about() {
    return "commit to consumer and commit to the gap query, against Kafka's own end-to-end latency";
  }

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    relay(plan.rounds(), table);
    house(table);
  }

  /** The way from the intake to a consumer, with nobody else at work on the machine. */
  private static void relay(int rounds, RatioTable table) throws Exception {
    try (BenchHouse house = BenchHouse.start(INTAKE, null, Map.of())) {
      Histogram kafka = new Histogram(3);
      Histogram committed = new Histogram(3);
      Histogram sent = new Histogram(3);
      AcceptRequests requests = AcceptScenario.integration(house, Clock.systemUTC());
      for (int i = 0; i < WARM_UPS; i++) {
        toConsumer(house, requests, new Histogram(3), new Histogram(3));
      }
      for (int i = 0; i < rounds; i++) {
        kafkaAlone(house, kafka);
        toConsumer(house, requests, committed, sent);
      }
      String at = ", " + EVENTS_PER_SECOND + " events/s";
      String counts = sent.getTotalCount() + " accepted = events";
      String goal = "p50 ≤ 1 ms, p99 ≤ 5 ms and ≤ 1.5×";
      add(table, "(c) 201 to consumer" + at, committed, kafka, goal, counts);
      add(table, "(c) request to consumer" + at, sent, kafka, "", counts);
    }
  }

  /** All four services at work: the same way while each opening becomes a gap, then the gap's. */
  private static void house(RatioTable table) throws Exception {
    ClockSettings clock = new ClockSettings(IN_THE_HOLE, Instant.now(), 1);
    try (BenchHouse house = BenchHouse.start(HOUSE, clock, Map.of())) {
      TurnsCalendar.apply(house, 8, 7);
      Histogram kafka = new Histogram(3);
      kafkaAlone(house, kafka);
      Histogram sent = new Histogram(3);
      AcceptRequests requests = AcceptScenario.integration(house, () -> clock.at(Instant.now()));
      for (int i = 0; i < WARM_UPS; i++) {
        toConsumer(house, requests, new Histogram(3), new Histogram(3));
      }
      toConsumer(house, requests, new Histogram(3), sent);
      String what = "(c) request to consumer, whole house, " + EVENTS_PER_SECOND + " events/s";
      add(table, what, sent, kafka, "", EVENTS + " accepted = events");
      toGaps(house, GAPS / 2);
      Histogram visible = toGaps(house, GAPS);
      add(table, "(c) 201 to visible in /gaps", visible, kafka, "", GAPS + " gaps");
    }
  }

  private static void add(
      RatioTable table,
      String what,
      Histogram system,
      Histogram kafka,
      String goal,
      String counts) {
    table.add(what, millis(system), millis(kafka), ratioOf(system, kafka), goal, "", counts);
  }

  /**
   * Open loop at a fixed rate. The 201 comes a little after the commit, and the event may be faster
   * than the answer: that counts as no time. From the request on it is the whole way.
   */
  private static void toConsumer(
      BenchHouse house, AcceptRequests requests, Histogram committed, Histogram sent)
      throws Exception {
    Map<String, Long> arrivals = KafkaTail.arrivals();
    Map<String, long[]> accepted = new HashMap<>();
    int port = house.port(Part.ESCALATION);
    Iterator<byte[]> posts = requests.next(EVENTS, port);
    try (KafkaTail tail =
        new KafkaTail(
            house.stack().broker(),
            "meridian.escalations",
            (record, at) -> arrivals.putIfAbsent(record.key(), at))) {
      new PacedPosts(
              port,
              EVENTS_PER_SECOND,
              (id, sentAt, answeredAt) -> accepted.put(id, new long[] {sentAt, answeredAt}))
          .run(posts);
      BenchHouse.await(
          "every event at the consumer", Duration.ofSeconds(30), () -> arrivals.size() >= EVENTS);
    }
    accepted.forEach(
        (id, times) -> {
          long arrived = requireNonNull(arrivals.get(id));
          sent.recordValue((arrived - times[0]) / 1_000);
          committed.recordValue(Math.max(0, (arrived - times[1]) / 1_000));
        });
  }

  private static void kafkaAlone(BenchHouse house, Histogram into) {
    AtomicLong seen = new AtomicLong();
    Map<String, Long> sent = KafkaTail.arrivals();
    Properties settings = new Properties();
    settings.putAll(house.stack().broker());
    settings.put("linger.ms", "0");
    settings.put("acks", "all");
    var text = new StringSerializer();
    String topic = "meridian.bench";
    house.ensureTopic(topic);
    try (KafkaTail tail =
            new KafkaTail(
                house.stack().broker(),
                topic,
                (record, at) -> {
                  into.recordValue((at - requireNonNull(sent.get(record.key()))) / 1_000);
                  seen.incrementAndGet();
                });
        var producer = new KafkaProducer<>(settings, text, text)) {
      String payload = AcceptRequests.body(1);
      long gap = 1_000_000_000L / EVENTS_PER_SECOND;
      long start = System.nanoTime();
      for (int i = 0; i < EVENTS; i++) {
        PacedPosts.waitUntil(start + i * gap);
        String key = "k" + i;
        sent.put(key, System.nanoTime());
        producer.send(new ProducerRecord<>(topic, key, payload));
      }
      BenchHouse.await("Kafka's own records", Duration.ofSeconds(30), () -> seen.get() >= EVENTS);
    }
  }

  /** Opens one escalation at a time in the hole and asks /gaps until its gap is there. */
  private static Histogram toGaps(BenchHouse house, int count) throws IOException {
    RestClient escalations =
        RestClient.of(house.stack(), Part.ESCALATION, house.stack().tokens().manager());
    RestClient metrics =
        RestClient.of(house.stack(), Part.METRICS, house.stack().tokens().manager());
    Histogram histogram = new Histogram(3);
    for (int i = 0; i < count; i++) {
      JsonNode made =
          escalations.post(
              "/api/v1/escalations",
              Map.of(
                  "title", "hole " + i, "description", "", "severity", "SEV2", "tags", List.of()));
      long committed = System.nanoTime();
      String id = made.path("id").asText();
      while (!newestGap(metrics).equals(id)) {
        if (System.nanoTime() - committed > 10_000_000_000L) {
          throw new IllegalStateException(
              "no gap of " + made.path("shortId").asText() + " within 10 s");
        }
        PacedPosts.waitUntil(System.nanoTime() + 500_000);
      }
      histogram.recordValue((System.nanoTime() - committed) / 1_000);
    }
    return histogram;
  }

  private static String newestGap(RestClient metrics) {
    return metrics.get("/api/v1/gaps?open=true&limit=1").at("/items/0/escalationId").asText();
  }

  private static String millis(Histogram micros) {
    return String.format(
        Locale.ROOT,
        "p50 %.2f ms, p99 %.2f ms",
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(99) / 1e3);
  }

  private static String ratioOf(Histogram system, Histogram limit) {
    return String.format(
        Locale.ROOT,
        "p50 %.2f×, p99 %.2f×",
        (double) system.getValueAtPercentile(50) / limit.getValueAtPercentile(50),
        (double) system.getValueAtPercentile(99) / limit.getValueAtPercentile(99));
  }
}
