package io.meridian.escalation;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.EscalationEvent;
import io.meridian.events.ExternalRef;
import io.meridian.events.Person;
import io.meridian.events.Tier;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Published;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the other services tell, and what they are told. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class ReplicasIT {
  private static final Instant NOW = Instant.parse("2026-03-08T07:00:00Z");
  private static final Person KAI = new Person("tam-kai", "Kai Tan");
  private static final Person ADA = new Person("tam-ada", "Ada Obi");

  @Inject MovableClock clock;
  private final PublishedEvents log = new PublishedEvents();

  @BeforeEach
  void stopTheClock() {
    clock.set(NOW);
  }

  @AfterEach
  void close() {
    log.close();
    clock.run();
  }

  private static RequestSpecification kai() {
    return given().auth().oauth2(Tokens.tam("tam-kai")).contentType("application/json");
  }

  private static UUID open(String rest) {
    String id =
        kai()
            .body("{\"title\":\"t\",\"severity\":\"SEV2\"" + rest + "}")
            .post("/api/v1/escalations")
            .path("id");
    return UUID.fromString(id);
  }

  private static ValidatableResponse read(UUID id) {
    return kai().get("/api/v1/escalations/" + id).then();
  }

  private static void eventually(UUID id, String path, Matcher<?> value) {
    await().untilAsserted(() -> read(id).body(path, value));
  }

  private static AccountabilityState holding(
      UUID id, Person tam, Instant start, @Nullable Instant end, long revision) {
    return new AccountabilityState(
        id, NOW, tam, "EMEA", start, end, AccountabilityBasis.HANDOFF, null, null, revision, NOW);
  }

  @Test
  void who_is_accountable_is_shown_and_found() {
    UUID id = open("");

    log.publish(new AccountabilityEvent.Assigned(holding(id, KAI, NOW, null, 1)));

    eventually(id, "accountable.id", Matchers.equalTo("tam-kai"));
    read(id)
        .body("accountable.name", Matchers.equalTo("Kai Tan"))
        .body("accountable.region", Matchers.equalTo("EMEA"));
    kai()
        .get("/api/v1/escalations?accountable=tam-kai&region=EMEA&limit=500")
        .then()
        .body("items.id", Matchers.hasItem(id.toString()));
    kai()
        .get("/api/v1/escalations?accountable=tam-kai&region=APAC")
        .then()
        .body("items", Matchers.empty());
  }

  @Test
  void an_acceptance_ahead_of_the_shift_shows_when_it_takes_effect() {
    UUID id = open("");
    Instant shift = NOW.plus(Duration.ofMinutes(30));

    log.publish(new AccountabilityEvent.Assigned(holding(id, KAI, NOW, null, 1)));
    log.publish(new AccountabilityEvent.Transferred(KAI, holding(id, ADA, shift, null, 2)));
    UUID seen = open("");
    log.publish(new AccountabilityEvent.Assigned(holding(seen, KAI, NOW, null, 1)));
    eventually(seen, "accountable.id", Matchers.equalTo("tam-kai"));

    await().until(() -> accountableAt(id, shift).equals("tam-ada"));
    assertThat(accountableAt(id, NOW)).isEqualTo("tam-kai");
  }

  private String accountableAt(UUID id, Instant at) {
    clock.set(at);
    return read(id).extract().path("accountable.id");
  }

  @Test
  void a_late_or_repeated_accountability_changes_nothing_and_the_end_leaves_nobody() {
    UUID id = open("");
    log.publish(new AccountabilityEvent.Transferred(ADA, holding(id, KAI, NOW, null, 3)));
    eventually(id, "accountable.id", Matchers.equalTo("tam-kai"));

    log.publish(new AccountabilityEvent.Transferred(KAI, holding(id, ADA, NOW, null, 2)));
    UUID other = open("");
    log.publish(new AccountabilityEvent.Assigned(holding(other, ADA, NOW, null, 1)));
    eventually(other, "accountable.id", Matchers.equalTo("tam-ada"));
    read(id).body("accountable.id", Matchers.equalTo("tam-kai"));

    log.publish(new AccountabilityEvent.Ended(holding(id, KAI, NOW, NOW, 4)));
    eventually(id, "accountable", Matchers.nullValue());
  }

  private static CustomerState customer(UUID id, String name, String ref, long revision) {
    return new CustomerState(
        id,
        name,
        Tier.values()[0],
        "EMEA",
        null,
        List.of(new ExternalRef("crm", ref, null, null)),
        Map.of(),
        true,
        revision,
        NOW);
  }

  @Test
  void a_customer_is_shown_by_name_and_only_moves_forward() {
    UUID acme = UUID.randomUUID();
    UUID id = open(",\"customerId\":\"" + acme + "\"");
    read(id)
        .body("customer.id", Matchers.equalTo(acme.toString()))
        .body("customer.name", Matchers.nullValue());

    log.publish(new CustomerEvent.Updated(customer(acme, "Acme Ltd", "a-1", 2)));
    eventually(id, "customer.name", Matchers.equalTo("Acme Ltd"));
    log.publish(new CustomerEvent.Created(customer(acme, "Acme", "a-0", 1)));
    UUID other = UUID.randomUUID();
    UUID seen = open(",\"customerId\":\"" + other + "\"");
    log.publish(new CustomerEvent.Created(customer(other, "Other", "o-1", 1)));
    eventually(seen, "customer.name", Matchers.equalTo("Other"));
    read(id).body("customer.name", Matchers.equalTo("Acme Ltd"));
    kai()
        .get("/api/v1/escalations?customer=" + acme)
        .then()
        .body("items.id", Matchers.contains(id.toString()));
  }

  @Test
  void every_fact_is_published_once_in_order_with_the_state_after_it() {
    UUID id = open(",\"tags\":[\"dns\"]");
    kai().post("/api/v1/escalations/" + id + "/acknowledgement").then().statusCode(200);
    kai()
        .header("If-Match", "\"2\"")
        .body("{\"status\":\"RESOLVED\",\"reason\":\"rolled back\"}")
        .put("/api/v1/escalations/" + id + "/status")
        .then()
        .statusCode(200);

    var resolved = log.await(EscalationEvent.Resolved.class, id.toString());

    assertThat(resolved.resolution()).isEqualTo("rolled back");
    assertThat(resolved.escalation().tags()).containsExactly("dns");
    List<Published> facts =
        log.all().stream().filter(one -> one.event().key().equals(id.toString())).toList();
    assertThat(facts).extracting(one -> one.event().sequence()).containsExactly(1L, 2L, 3L);
    assertThat(facts).extracting(one -> one.event().time()).containsOnly(NOW);
  }
}
