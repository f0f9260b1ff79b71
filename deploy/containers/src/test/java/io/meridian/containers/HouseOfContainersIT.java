package io.meridian.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Capability;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house from its images, as a small team runs it, and with what breaks there. */
@WithEngine
class HouseOfContainersIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private static ContainerHouse house;
  private static String token;

  @BeforeAll
  static void start() {
    house = ContainerHouse.start();
    token = house.tools(Map.of(), "token", "--as", "manager").strip();
  }

  @AfterAll
  static void stop() {
    if (house != null) {
      house.close();
    }
  }

  @Test
  void what_is_opened_at_the_door_is_somebodys() {
    awaitAccountable(opened("Orders are stuck"));
  }

  @Test
  void the_console_answers_behind_the_same_door() {
    HttpResponse<String> page = send(HttpRequest.newBuilder(at("/login")).GET());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Kim Carter");
  }

  @Test
  void what_is_ours_is_nobody_special_on_a_root_that_cannot_be_written() {
    assertThat(house.ours())
        .hasSize(6)
        .allSatisfy(
            name -> {
              InspectContainerResponse seen = house.seen(name);
              assertThat(seen.getHostConfig().getCapDrop()).containsExactly(Capability.ALL);
              assertThat(seen.getHostConfig().getSecurityOpts())
                  .containsExactly("no-new-privileges:true");
              assertThat(house.inside(name, "id", "-u").getStdout().strip()).isEqualTo("10001");
              assertThat(house.inside(name, "touch", "/opt/meridian/x").getStderr())
                  .contains("Read-only file system");
            });
  }

  @Test
  void half_a_gigabyte_is_enough() {
    assertThat(house.ours())
        .allSatisfy(
            name -> {
              InspectContainerResponse seen = house.seen(name);
              assertThat(seen.getHostConfig().getMemory())
                  .isEqualTo(house.drawing(name).memory())
                  .isPositive();
              assertThat(seen.getState().getOOMKilled()).isFalse();
              assertThat(seen.getRestartCount()).isZero();
            });
  }

  @Test
  void a_service_may_not_do_at_the_broker_what_the_administrator_may() {
    Map<String, String> customer = kafkaOf("customer-service");

    assertThatThrownBy(() -> house.tools(customer, "topics")).hasMessageContaining("uthoriz");
  }

  @Test
  void whoever_has_no_password_does_not_come_in_at_the_broker() {
    Map<String, String> stranger = new HashMap<>(kafkaOf("customer-service"));
    stranger.compute(
        "KAFKA_SASL_JAAS_CONFIG", (name, login) -> login.replaceAll("password=\"", "$0x"));

    assertThatThrownBy(() -> house.tools(stranger, "topics"))
        .hasMessageContaining("Authentication failed");
  }

  @Test
  void the_audit_log_is_what_was_written_down() {
    opened("Something to write down");

    assertThat(house.tools(Map.of(), "audit", "verify")).contains("customer", "escalation");
  }

  @Test
  void with_the_broker_standing_still_tickets_are_taken_and_told_later() {
    AtomicReference<String> id = new AtomicReference<>("");
    house.paused("kafka", () -> id.set(opened("While the broker stood still")));

    awaitAccountable(id.get());
  }

  @Test
  void with_handoff_service_cut_off_tickets_are_taken_and_somebodys_later() {
    AtomicReference<String> id = new AtomicReference<>("");
    house.cutOff(
        "handoff-service",
        () -> {
          id.set(opened("While nobody could be asked"));
          HttpResponse<String> answer = get("/api/v1/on-duty");
          assertThat(answer.statusCode()).isIn(502, 503, 504);
          assertThat(answer.headers().firstValue("Content-Type"))
              .hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
        });

    awaitAccountable(id.get());
  }

  @Test
  void with_the_database_cut_off_nothing_is_promised_and_what_was_promised_is_there() {
    String before = opened("Before the database went");
    house.cutOff("postgres", () -> assertRefusedFor(Duration.ofSeconds(10)));

    awaitTaken();
    assertThat(get("/api/v1/escalations/" + before).statusCode()).isEqualTo(200);
  }

  @Test
  void with_the_disk_full_nothing_is_promised_that_is_not_kept() {
    List<String> promised = new java.util.ArrayList<>();
    house.diskFull(
        () ->
            await()
                .atMost(PATIENCE)
                .until(
                    () -> {
                      HttpResponse<String> answer = open("x".repeat(200));
                      if (answer.statusCode() == 201) {
                        promised.add(id(answer));
                        return false;
                      }
                      return isProblem(answer);
                    }));

    awaitTaken();
    assertThat(promised)
        .allSatisfy(id -> assertThat(get("/api/v1/escalations/" + id).statusCode()).isEqualTo(200));
  }

  private static void assertRefusedFor(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    do {
      HttpResponse<String> answer = open("Nobody can write this down");
      assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500);
      assertThat(isProblem(answer)).isTrue();
    } while (System.nanoTime() < end);
  }

  private static boolean isProblem(HttpResponse<String> answer) {
    return answer.statusCode() >= 500
        && answer.headers().firstValue("Content-Type").orElse("").contains("problem+json");
  }

  private static void awaitTaken() {
    await().atMost(PATIENCE).until(() -> open("Is anybody there?").statusCode() == 201);
  }

  private static void awaitAccountable(String id) {
    await()
        .atMost(PATIENCE)
        .until(() -> !body(get("/api/v1/escalations/" + id)).path("accountable").isNull());
  }

  private static String opened(String title) {
    HttpResponse<String> answer = open(title);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return id(answer);
  }

  private static HttpResponse<String> open(String title) {
    return send(
        asked("/api/v1/escalations")
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"title\":\"%s\",\"severity\":\"SEV2\"}".formatted(title))));
  }

  private static HttpResponse<String> get(String path) {
    return send(asked(path).GET());
  }

  private static HttpRequest.Builder asked(String path) {
    return HttpRequest.newBuilder(at(path))
        .timeout(Duration.ofMinutes(1))
        .header("Authorization", "Bearer " + token);
  }

  private static URI at(String path) {
    return URI.create(house.url() + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String id(HttpResponse<String> answer) {
    return body(answer).path("id").asText();
  }

  private static JsonNode body(HttpResponse<String> answer) {
    try {
      return JsonMapper.builder().build().readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(answer.body(), e);
    }
  }

  /** How a service of the file comes to the broker. */
  private static Map<String, String> kafkaOf(String service) {
    Map<String, String> environment = house.drawing(service).environment();
    Map<String, String> kafka = new HashMap<>();
    for (String name :
        List.of("KAFKA_SECURITY_PROTOCOL", "KAFKA_SASL_MECHANISM", "KAFKA_SASL_JAAS_CONFIG")) {
      kafka.put(name, Objects.requireNonNull(environment.get(name)));
    }
    return kafka;
  }
}
