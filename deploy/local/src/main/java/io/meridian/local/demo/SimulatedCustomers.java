package io.meridian.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.local.client.Answer;
import io.meridian.local.client.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.random.RandomGenerator;

/**
 * The customers' day: escalations open, are acknowledged, and are resolved and closed after hours.
 */
final class SimulatedCustomers {

  private static final List<String> SEVERITIES =
      List.of("SEV1", "SEV2", "SEV2", "SEV3", "SEV3", "SEV3", "SEV4");
  private static final List<String> TROUBLES =
      List.of(
          "Checkout is down",
          "Queries time out",
          "Backups fail",
          "Single sign-on refuses everybody",
          "Replication lags by hours",
          "Certificates expire today",
          "Reports show yesterday's figures",
          "Messages are delivered twice");

  private record Deed(Instant due, int number, String status) {}

  private final Api manager;
  private final List<String> customers;
  private final RandomGenerator random;
  private final Queue<Deed> deeds = new PriorityQueue<>(Comparator.comparing(Deed::due));
  private final Map<Integer, String> ids = new HashMap<>();

  /**
   * @param customers ids
   */
  SimulatedCustomers(Api manager, List<String> customers, DemoPlan plan, RandomGenerator random) {
    this.manager = manager;
    this.customers = List.copyOf(customers);
    this.random = random;
    Duration step = plan.length().multipliedBy(85).dividedBy(100L * plan.escalations());
    for (int number = 0; number < plan.escalations(); number++) {
      Instant opens = plan.from().plus(step.multipliedBy(number));
      deeds.add(new Deed(opens, number, "OPEN"));
      deeds.add(new Deed(opens.plus(minutes(2, 12)), number, "ACKNOWLEDGED"));
      deeds.add(new Deed(opens.plus(minutes(90, 1500)), number, "CLOSED"));
    }
  }

  /** Does what is due by now. */
  void act(Instant now) {
    List<Deed> due = new ArrayList<>();
    while (!deeds.isEmpty() && !deeds.peek().due().isAfter(now)) {
      due.add(deeds.remove());
    }
    for (Deed deed : due) {
      if (deed.status().equals("OPEN")) {
        open(deed.number());
      } else {
        change(ids.getOrDefault(deed.number(), ""), deed.status());
      }
    }
  }

  private void open(int number) {
    Map<String, Object> request =
        Map.of(
            "title", TROUBLES.get(random.nextInt(TROUBLES.size())),
            "severity", SEVERITIES.get(random.nextInt(SEVERITIES.size())),
            "customerId", customers.get(random.nextInt(customers.size())),
            "externalRef", Map.of("system", "demo", "id", "DAY-" + number, "version", 1));
    JsonNode opened = manager.post("/escalations", request, Map.of()).orRefuse("POST /escalations");
    ids.put(number, opened.path("id").asText());
  }

  private void change(String id, String status) {
    String path = "/escalations/" + id;
    Answer read = manager.get(path);
    if (read.isOk()) {
      manager.put(
          path + "/status",
          Map.of("status", status, "reason", "played by the demo"),
          Map.of("If-Match", read.etag()));
    }
  }

  private Duration minutes(int least, int most) {
    return Duration.ofMinutes(random.nextInt(least, most));
  }
}
