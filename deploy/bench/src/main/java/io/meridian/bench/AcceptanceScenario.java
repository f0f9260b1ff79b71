package io.meridian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.stack.ClockSettings;
import io.meridian.local.stack.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A hundred TAMs come on duty together and accept what is offered to them, each as fast as the
 * answers come, over REST with read-back: how long one acceptance takes, alone and among all.
 */
final class AcceptanceScenario implements Scenario {
  private static final int TAMS = 100;
  private static final int OFFERS = 6_000;
  private static final int WARM_UP = 2_000;
  private static final int ALONE = 500;
  private static final Instant DUE = Instant.parse("2026-01-15T14:30:00Z");
  private static final Duration AHEAD = Duration.ofSeconds(75);
  private static final Set<Part> PARTS =
      Set.of(Part.POSTGRES, Part.KAFKA, Part.ESCALATION, Part.HANDOFF);

  @Override
  public String name() {
    return "acceptance";
  }

  @Override
  public String about() {
    return "100 TAMs accept their offers at once, latency of an acceptance";
  }

  /** An offer, and the TAM who is asked. */
  private record Offer(String id, String tam) {}

  @Override
  public void run(Plan plan, RatioTable table) throws Exception {
    ClockSettings clock = new ClockSettings(DUE.minus(AHEAD), Instant.now(), 1);
    try (BenchHouse house = BenchHouse.start(PARTS, clock, Map.of())) {
      RestClient.of(house.stack(), Part.HANDOFF, house.stack().tokens().manager())
          .putNew("/api/v1/calendar", Crowd.calendar(10, TAMS, tam -> null));
      open(house, clock);
      Duration left = Duration.between(Instant.now(), clock.realInstantOf(DUE));
      if (left.isNegative()) {
        throw new IllegalStateException("the offers were due before everything was open");
      }
      BenchHouse.await(
          "all offered",
          left.plusSeconds(60),
          () ->
              house.number("handoff", "select count(*) from handoff where status = 'OFFERED'")
                  == OFFERS);
      Iterator<Offer> offers = offers(house).iterator();
      accept(house, offers, TAMS, WARM_UP);
      add(table, "an acceptance alone", accept(house, offers, 1, ALONE), "");
      int rest = OFFERS - WARM_UP - ALONE;
      HttpLoad.Result all = accept(house, offers, TAMS, rest);
      long accepted =
          house.number("handoff", "select count(*) from handoff where status = 'ACCEPTED'");
      if (accepted != OFFERS) {
        throw new IllegalStateException("accepted " + accepted + " of " + OFFERS);
      }
      add(table, "an acceptance among " + TAMS + " TAMs at once", all, OFFERS + " accepted");
    }
  }

  private static void open(BenchHouse house, ClockSettings clock) throws IOException {
    AcceptRequests requests = AcceptScenario.integration(house, () -> clock.at(Instant.now()));
    int port = house.port(Part.ESCALATION);
    HttpLoad.Result result = new HttpLoad(port, 32).run(requests.next(OFFERS, port));
    if (result.ok() != OFFERS) {
      throw new IllegalStateException(result.refused() + " openings were refused");
    }
  }

  /** Everything offered, one TAM's after the other's in turn. */
  private static List<Offer> offers(BenchHouse house) {
    RestClient reader =
        RestClient.of(house.stack(), Part.HANDOFF, house.stack().tokens().manager());
    List<Offer> offers = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = reader.get("/api/v1/handoffs?state=OFFERED&limit=500" + cursor);
      for (JsonNode one : page.path("items")) {
        offers.add(new Offer(one.path("id").asText(), one.at("/to/tam/id").asText()));
      }
      cursor =
          page.path("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asText();
    } while (!cursor.isEmpty());
    return offers;
  }

  private static HttpLoad.Result accept(
      BenchHouse house, Iterator<Offer> offers, int connections, int count) throws IOException {
    int port = house.port(Part.HANDOFF);
    List<byte[]> requests = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Offer offer = offers.next();
      requests.add(Acceptance.request(house, offer.id(), offer.tam()));
    }
    HttpLoad.Result result = new HttpLoad(port, connections).run(requests.iterator());
    if (result.ok() != count) {
      throw new IllegalStateException(result.refused() + " acceptances were refused");
    }
    return result;
  }

  private static void add(RatioTable table, String what, HttpLoad.Result result, String counts) {
    table.add(
        what,
        String.format(
            Locale.ROOT,
            "p50 %.1f ms, p99 %.1f ms, %,.0f/s",
            result.latency().getValueAtPercentile(50) / 1e6,
            result.latency().getValueAtPercentile(99) / 1e6,
            result.perSecond()),
        "",
        "",
        "",
        "",
        counts);
  }
}
