package io.meridian.local.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The customers of the house: over the run they open so many escalations, which the accountable
 * people acknowledge, note, resolve and close after some hours. Every create carries an external
 * reference, so that a retry after a crash is safe.
 */
final class Customers {

  private static final String[] SEVERITIES = {"SEV1", "SEV2", "SEV2", "SEV3", "SEV3", "SEV4"};

  private final Stack stack;
  private final Api api;
  private final RandomGenerator random;
  private final int count;
  private final Map<String, Instant> closeAt = new HashMap<>();
  private final List<String> created = new ArrayList<>();

  Customers(Stack stack, int count, long seed) {
    this.stack = stack;
    this.api = new Api(stack.url(), stack.token("manager", "manager"));
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.count = count;
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
      closeDue();
      SimulatedTams.pause(20);
    }
  }

  /** Closes whatever is still open, so that the ledgers stand still. */
  void closeAll() {
    for (String id : List.copyOf(closeAt.keySet())) {
      close(id);
    }
  }

  private void open(int number) {
    Map<String, Object> body =
        Map.of(
            "title",
            "Incident " + number,
            "description",
            "played by the whole-house test",
            "severity",
            SEVERITIES[random.nextInt(SEVERITIES.length)],
            "tags",
            List.of(),
            "externalRef",
            Map.of("system", "house-test", "id", "I-" + number, "version", 1));
    String id = untilOk("/escalations", body).path("id").asText();
    created.add(id);
    closeAt.put(id, stack.now().plus(Duration.ofMinutes(30 + random.nextInt(26 * 60))));
  }

  private void closeDue() {
    Instant now = stack.now();
    closeAt.entrySet().stream()
        .filter(e -> e.getValue().isBefore(now))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::close);
  }

  private void close(String id) {
    untilOk("/escalations/" + id + "/status", Map.of("status", "CLOSED", "reason", "done"));
    closeAt.remove(id);
  }

  /** Reads the escalation and changes what was read. */
  private Api.Answer change(String path, Object body) {
    Api.Answer read = api.get(path.substring(0, path.lastIndexOf('/')));
    return read.isOk() ? api.put(path, body, read.etag()) : read;
  }

  /** Sends until the answer is a success; outages and lost races are tried again. */
  private JsonNode untilOk(String path, Object body) {
    for (int attempt = 0; attempt < 1200; attempt++) {
      Api.Answer answer = path.endsWith("/status") ? change(path, body) : api.post(path, body);
      if (answer.isOk()) {
        return answer.body();
      }
      if (answer.status() < 500 && answer.status() != 412) {
        throw new IllegalStateException(path + " answered " + answer);
      }
      SimulatedTams.pause(50);
    }
    throw new IllegalStateException(path + " did not answer for a minute");
  }
}
