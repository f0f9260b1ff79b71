package io.meridian.local.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.local.client.Answer;
import io.meridian.local.client.Api;
import io.meridian.local.security.LocalTokens;
import io.meridian.local.stack.DataFolder;
import io.meridian.local.stack.StackRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Fills a house through its own REST interface; whatever is there already stays as it is. */
public final class Seed {

  /** A reference to what another service has just been told may be refused for some moments. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Set<Integer> NOT_YET = Set.of(400, 404, 409, 422, 503);
  private static final int PRECONDITION_FAILED = 412;

  private final World world;
  private final Api admin;
  private final Api manager;

  public Seed(World world, String door, LocalTokens tokens) {
    this.world = world;
    this.admin = Api.at(door, tokens.admin());
    this.manager = admin.as(tokens.manager());
  }

  /** Whether this folder's house has been filled. */
  public static boolean isDone(DataFolder data) {
    return Files.exists(marker(data));
  }

  /** Everything; remembers in the data folder that it has been done. */
  public void run(DataFolder data) throws IOException {
    calendar();
    slaPolicies();
    Map<String, String> customers = customers();
    stakeholders(customers);
    Integrations integrations = new Integrations(data);
    integrations.ensure("generic", "monitoring", admin);
    integrations.ensure("servicenow", "ServiceNow", admin);
    escalations(customers);
    watchItems(customers);
    Files.writeString(marker(data), "");
  }

  /** Regions, TAMs, rotations and shifts. */
  public void calendar() {
    Answer answer = manager.put("/calendar", world.calendar(), Map.of("If-None-Match", "*"));
    if (answer.status() != PRECONDITION_FAILED) {
      answer.orRefuse("PUT /calendar");
    }
  }

  /** The ids of the customers by the reference under which other systems know them. */
  public Map<String, String> customers() {
    Map<String, String> ids = new HashMap<>();
    for (JsonNode known : manager.all("/customers")) {
      ids.put(World.reference(known), known.path("id").asText());
    }
    for (ObjectNode customer : world.customers()) {
      String reference = World.reference(customer);
      if (!ids.containsKey(reference)) {
        JsonNode made =
            patiently("POST /customers", () -> manager.post("/customers", customer, Map.of()));
        ids.put(reference, made.path("id").asText());
      }
    }
    return ids;
  }

  /** What each tier was promised, unless somebody has promised it something already. */
  public void slaPolicies() {
    world
        .slaPolicies()
        .properties()
        .forEach(policy -> first("/sla-policies/" + policy.getKey(), "0", policy.getValue()));
  }

  private void stakeholders(Map<String, String> customers) {
    world
        .stakeholders()
        .properties()
        .forEach(
            known -> {
              String id = customers.get(known.getKey());
              first("/customers/" + id + "/stakeholders", "1", known.getValue());
            });
  }

  /** Writes what nobody has changed yet. */
  private void first(String path, String revision, JsonNode body) {
    Answer answer = manager.put(path, body, Map.of("If-Match", "\"" + revision + "\""));
    if (answer.status() != PRECONDITION_FAILED) {
      answer.orRefuse("PUT " + path);
    }
  }

  private void escalations(Map<String, String> customers) {
    for (ObjectNode escalation : world.escalations()) {
      ObjectNode request = escalation.deepCopy();
      request.put("customerId", customers.get(request.remove("customer").asText()));
      JsonNode hours = request.remove("serviceHours");
      JsonNode made =
          patiently("POST /escalations", () -> manager.post("/escalations", request, Map.of()));
      if (hours != null) {
        first("/escalations/" + made.path("id").asText() + "/service-hours", "1", hours);
      }
    }
  }

  private void watchItems(Map<String, String> customers) {
    List<String> known =
        manager.all("/watch-items?all=true").stream()
            .map(item -> item.path("what").asText())
            .toList();
    for (ObjectNode item : world.watchItems()) {
      if (!known.contains(item.path("what").asText())) {
        ObjectNode request = item.deepCopy();
        request.put("customerId", customers.get(request.remove("customer").asText()));
        Duration hours = Duration.ofHours(request.remove("hours").asLong());
        request.put("until", Clock.systemUTC().instant().plus(hours).toString());
        patiently("POST /watch-items", () -> manager.post("/watch-items", request, Map.of()));
      }
    }
  }

  /** Repeats what is refused for now; what is refused for good says so after the wait. */
  static JsonNode patiently(String what, Supplier<Answer> request) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Answer answer = request.get();
      if (!NOT_YET.contains(answer.status()) || System.nanoTime() > deadline) {
        return answer.orRefuse(what);
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackRefusal("interrupted", e);
      }
    }
  }

  private static Path marker(DataFolder data) {
    return data.root().resolve("seeded");
  }
}
