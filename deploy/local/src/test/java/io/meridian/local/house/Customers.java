package io.meridian.local.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The customers of the house: over the run they open so many escalations, at any hour of the day.
 * After some hours each is closed, some resolved before; some that are not severe become so. Every
 * create carries an external reference, so that a retry after a crash is safe.
 */
final class Customers {

  private static final String[] SEVERITIES = {"SEV1", "SEV2", "SEV2", "SEV3", "SEV3", "SEV4"};

  /** What becomes of one when; {@code field} is both the path and the name of what changes. */
  private record Deed(Instant due, String id, String field, String value) {}

  private final Stack stack;
  private final Api api;
  private final RandomGenerator random;
  private final int count;
  private final Queue<Deed> deeds = new PriorityQueue<>(Comparator.comparing(Deed::due));
  private final List<String> created = new ArrayList<>();
  private final List<String> known;

  Customers(Stack stack, int count, long seed) {
    this.stack = stack;
    this.api = new Api(stack.url(), stack.token("manager", "manager"));
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.count = count;
    this.known =
        api.all("/customers").stream().map(customer -> customer.path("id").asText()).toList();
  }

  /** Ids of every escalation opened so far. */
  List<String> created() {
    return created;
  }

  /**
   * Plays until the house's clock reads {@code until}, opening evenly over the first part of the
   * time.
   */
  void play(Instant until) {
    Instant from = stack.now();
    Duration opening = Duration.between(from, until).multipliedBy(9).dividedBy(10);
    while (stack.now().isBefore(until)) {
      long due = Duration.between(from, stack.now()).toMillis() * count / opening.toMillis();
      while (created.size() < Math.min(due, count)) {
        open(created.size());
      }
      doUntil(stack.now());
      SimulatedTams.pause(20);
    }
  }

  /** Closes whatever is still open, so that the ledgers stand still. */
  void closeAll() {
    deeds.removeIf(deed -> !deed.value().equals("CLOSED"));
    doUntil(Instant.MAX);
  }

  private void open(int number) {
    String severity = SEVERITIES[random.nextInt(SEVERITIES.length)];
    Map<String, Object> body =
        new HashMap<>(
            Map.of(
                "title",
                "Incident " + number,
                "description",
                "played by the whole-house test",
                "severity",
                severity,
                "tags",
                List.of(),
                "externalRef",
                Map.of("system", "house-test", "id", "I-" + number, "version", 1)));
    int whose = random.nextInt(known.size() + 1);
    if (whose < known.size()) {
      body.put("customerId", known.get(whose));
    }
    String id = untilOk("/escalations", () -> api.post("/escalations", body)).path("id").asText();
    created.add(id);
    foresee(number, severity, id);
  }

  private void foresee(int number, String severity, String id) {
    Instant now = stack.now();
    Duration life = Duration.ofMinutes(30 + random.nextInt(26 * 60));
    if (number % 6 == 5 && severity.compareTo("SEV2") > 0) {
      deeds.add(new Deed(now.plus(life.dividedBy(2)), id, "severity", "SEV1"));
    }
    if (number % 3 == 0) {
      deeds.add(new Deed(now.plus(life.multipliedBy(2).dividedBy(3)), id, "status", "RESOLVED"));
    }
    deeds.add(new Deed(now.plus(life), id, "status", "CLOSED"));
  }

  private void doUntil(Instant now) {
    while (!deeds.isEmpty() && deeds.peek().due().isBefore(now)) {
      Deed deed = deeds.remove();
      untilOk(deed.toString(), () -> change(deed));
    }
  }

  /**
   * Reads the escalation and changes what was read, unless that is done: an answer may get lost.
   */
  private Api.Answer change(Deed deed) {
    String path = "/escalations/" + deed.id();
    Api.Answer read = api.get(path);
    boolean isDone = read.body().path(deed.field()).asText().equals(deed.value());
    return !read.isOk() || isDone
        ? read
        : api.put(
            path + "/" + deed.field(),
            Map.of(deed.field(), deed.value(), "reason", "played by the whole-house test"),
            read.etag());
  }

  /** Sends until the answer is a success; outages and lost races are tried again. */
  private static JsonNode untilOk(String what, Supplier<Api.Answer> request) {
    for (int attempt = 0; attempt < 1200; attempt++) {
      Api.Answer answer = request.get();
      if (answer.isOk()) {
        return answer.body();
      }
      if (answer.status() < 500 && answer.status() != 412) {
        throw new IllegalStateException(what + " answered " + answer);
      }
      SimulatedTams.pause(50);
    }
    throw new IllegalStateException(what + " did not answer for a minute");
  }
}
