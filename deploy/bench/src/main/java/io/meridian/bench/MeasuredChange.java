package io.meridian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Watches one shift change of all open escalations that travel. */
record MeasuredChange(BenchHouse house, ClockSettings clock, int travelling) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OFFERED = "io.meridian.handoff.offered.v1";
  private static final String EACH = "\"shiftChangeId\":";
  private static final Set<Part> PARTS = Set.of(Part.POSTGRES, Part.HANDOFF);

  private static final int CONNECTIONS = 32;

  /** Offers are due so long before the boundary. */
  private static final Duration LEAD = Duration.ofMinutes(30);

  /**
   * What was seen.
   *
   * @param first real seconds from the due instant to the first offer at a consumer
   * @param last the same to the last one
   */
  record Result(double first, double last, double serviceMicros, double databaseMicros) {
    double cpuMicros() {
      return serviceMicros + databaseMicros;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "first offer %.0f ms, last %.0f ms, CPU handoff %.0f ms, postgres %.0f ms",
          first * 1e3,
          last * 1e3,
          serviceMicros / 1e3,
          databaseMicros / 1e3);
    }
  }

  /** The shift change at a boundary, whose offers must not be due yet. */
  Result at(Instant boundary) throws Exception {
    Instant due = clock.realInstantOf(boundary.minus(LEAD));
    AtomicLong first = new AtomicLong();
    AtomicLong last = new AtomicLong();
    Duration ahead = Duration.between(Instant.now(), due);
    if (ahead.toMillis() < 300) {
      throw new IllegalStateException("the offers were due before the measurement began");
    }
    long dueNanos = System.nanoTime() + ahead.toNanos();
    Queue<ConsumerRecord<String, String>> offers = new ConcurrentLinkedQueue<>();
    AtomicInteger offered = new AtomicInteger();
    try (KafkaTail tail =
        new KafkaTail(
            house.stack().broker(),
            "meridian.handoffs",
            (record, at) -> {
              if (isOffer(record) && at > dueNanos) {
                first.compareAndSet(0, at);
                offers.add(record);
                offered.addAndGet(handoffs(record.value()));
                last.set(at);
              }
            })) {
      BenchHouse.pause(Math.max(0, (dueNanos - System.nanoTime()) / 1_000_000 - 50));
      Meter.Sample sample = new Meter(house, PARTS).measure(() -> all(offered));
      requireAll(offers);
      return new Result(
          (first.get() - dueNanos) / 1e9,
          (last.get() - dueNanos) / 1e9,
          sample.cpuMicros(Part.HANDOFF),
          sample.cpuMicros(Part.POSTGRES));
    }
  }

  private double all(AtomicInteger offered) {
    BenchHouse.await(
        "all offers at the consumer", Duration.ofSeconds(120), () -> offered.get() >= travelling);
    return offered.get();
  }

  /** How many handoffs an event tells of, without the work of parsing it while the clock runs. */
  private static int handoffs(String event) {
    int count = 0;
    for (int at = event.indexOf(EACH); at >= 0; at = event.indexOf(EACH, at + EACH.length())) {
      count++;
    }
    return count;
  }

  private void requireAll(Iterable<ConsumerRecord<String, String>> offers) {
    Set<String> ids = new HashSet<>();
    offers.forEach(record -> ids.addAll(ids(record)));
    if (ids.size() != travelling) {
      throw new IllegalStateException("offered " + ids.size() + " of " + travelling);
    }
  }

  private static boolean isOffer(ConsumerRecord<String, String> record) {
    byte[] type = record.headers().lastHeader("ce_type").value();
    return OFFERED.equals(new String(type, StandardCharsets.UTF_8));
  }

  private static List<String> ids(ConsumerRecord<String, String> record) {
    List<String> ids = new ArrayList<>();
    try {
      JSON.readTree(record.value()).path("handoffs").forEach(h -> ids.add(h.path("id").asText()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return ids;
  }

  /**
   * Every offer is accepted by the person asked, so that the next boundary has the same work; fails
   * when the next ones are made meanwhile.
   */
  void acceptAll() throws IOException {
    Set<String> accepted = new HashSet<>();
    for (String region : TurnsCalendar.REGIONS) {
      String name = TurnsCalendar.tam(region);
      for (String state : List.of("OFFERED", "ESCALATED_TO_LEAD")) {
        acceptAll(name, "/api/v1/handoffs?limit=500&to=" + name + "&state=" + state, accepted);
      }
    }
    if (accepted.size() != travelling) {
      throw new IllegalStateException("accepted " + accepted.size() + " of " + travelling);
    }
  }

  private void acceptAll(String name, String offers, Set<String> accepted) throws IOException {
    RestClient tam = RestClient.of(house.stack(), Part.HANDOFF, house.stack().tokens().tam(name));
    List<byte[]> requests;
    do {
      requests = new ArrayList<>();
      for (JsonNode offer : tam.get(offers).path("items")) {
        String id = offer.path("id").asText();
        requests.add(Acceptance.request(house, id, name));
        accepted.add(id);
      }
      HttpLoad.Result result =
          new HttpLoad(house.port(Part.HANDOFF), CONNECTIONS).run(requests.iterator());
      if (result.refused() > 0) {
        throw new IllegalStateException(result.refused() + " acceptances were refused");
      }
    } while (!requests.isEmpty());
  }
}
