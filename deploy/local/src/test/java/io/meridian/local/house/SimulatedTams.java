package io.meridian.local.house;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.random.RandomGenerator;

/**
 * The people of the house: they look at what is offered to them and mostly accept, some late, some
 * decline, some never answer and leave it to the lead, who always does. Whom it hits is drawn from
 * a seed.
 */
final class SimulatedTams implements Runnable {

  private final Stack stack;
  private final List<String> tams;
  private final RandomGenerator random;
  private final Map<String, Integer> patience = new java.util.HashMap<>();
  private final Set<String> ignored = new HashSet<>();
  private final Map<Integer, Integer> acceptances = new ConcurrentSkipListMap<>();
  private volatile boolean running = true;

  SimulatedTams(Stack stack, List<String> tams, long seed) {
    this.stack = stack;
    this.tams = tams;
    this.random = java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  @Override
  public void run() {
    while (running) {
      for (String tam : tams) {
        if (running) {
          answer(tam);
        }
      }
      pause(40);
    }
  }

  void stop() {
    running = false;
  }

  /** How often an acceptance was answered with which status. */
  Map<Integer, Integer> acceptances() {
    return acceptances;
  }

  private void answer(String tam) {
    Api api = new Api(stack.url(), stack.token("tam", tam));
    for (String state : List.of("OFFERED", "ESCALATED_TO_LEAD")) {
      Api.Answer offers = api.get("/handoffs?limit=200&state=" + state + "&to=" + tam);
      for (JsonNode handoff : offers.body().path("items")) {
        consider(api, handoff, state.equals("ESCALATED_TO_LEAD"));
      }
    }
  }

  private void consider(Api api, JsonNode handoff, boolean asLead) {
    String id = handoff.path("id").asText();
    String key = id + asLead;
    if (!asLead && ignored.contains(id)) {
      return;
    }
    int looks = patience.computeIfAbsent(key, k -> looksBeforeAnswering(asLead));
    if (looks < 0) {
      ignored.add(id);
    } else if (looks > 0) {
      patience.put(key, looks - 1);
    } else if (!asLead && random.nextInt(40) == 0) {
      api.post("/handoffs/" + id + "/decline", Map.of("reason", "in a call with another customer"));
      patience.remove(key);
    } else {
      Api.Answer answer =
          api.post(
              "/handoffs/" + id + "/acceptance", Map.of("readBack", "I have read it and go on"));
      acceptances.merge(answer.status(), 1, Integer::sum);
    }
  }

  /** Most answer at the first look, some after a while, few never. */
  private int looksBeforeAnswering(boolean asLead) {
    int draw = random.nextInt(20);
    if (asLead) {
      return draw % 3;
    }
    return draw == 0 ? -1 : draw < 5 ? 2 + random.nextInt(20) : 0;
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
