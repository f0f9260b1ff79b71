package io.meridian.escalation;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.meridian.escalation.intake.api.Webhook;
import io.meridian.events.AccountabilityBasis;
import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.EscalationEvent;
import io.meridian.events.ExternalRef;
import io.meridian.events.Person;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.events.SlaPolicyEvent;
import io.meridian.events.SlaPolicyState;
import io.meridian.events.SlaTarget;
import io.meridian.events.Tier;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who says whether an escalation travels, and how it is seen; what is resolved closes by itself.
 */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class ServiceHoursIT {
  private static final String ESCALATIONS = "/api/v1/escalations";
  private static final Instant NOW = Instant.parse("2026-03-08T07:00:00Z");

  @Inject MovableClock clock;
  @Inject Pool pool;
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

  private static String open(String severity, String rest) {
    return kai()
        .body("{\"title\":\"t\",\"severity\":\"%s\"%s}".formatted(severity, rest))
        .post(ESCALATIONS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String of(UUID customer) {
    return ",\"customerId\":\"" + customer + "\"";
  }

  private static ValidatableResponse read(String id) {
    return kai().get(ESCALATIONS + "/" + id).then().statusCode(200);
  }

  private static Response put(String id, String what, String ifMatch, String body) {
    return kai().header("If-Match", ifMatch).body(body).put(ESCALATIONS + "/" + id + "/" + what);
  }

  private void tell(UUID customer, Tier tier, String homeRegion, long revision) {
    log.publish(
        new CustomerEvent.Updated(
            new CustomerState(
                customer,
                "Acme",
                tier,
                homeRegion,
                null,
                List.of(new ExternalRef("crm", "c-" + customer, null, null)),
                Map.of(),
                true,
                revision,
                NOW)));
    await()
        .until(
            () ->
                count(
                        "select count(*) from customer_terms t join customer c on c.id ="
                            + " t.customer_id and c.revision = t.revision where t.customer_id ="
                            + " '%s' and t.revision = %d",
                        customer, revision)
                    == 1);
  }

  private void promise(Tier tier, @Nullable Duration closeAfter, SlaTarget... targets) {
    long revision = System.nanoTime();
    log.publish(
        new SlaPolicyEvent.Changed(
            "mara", new SlaPolicyState(tier, List.of(targets), closeAfter, revision, NOW)));
    await()
        .until(
            () ->
                count(
                        "select count(*) from sla_policy where tier = '%s' and revision = %d",
                        tier, revision)
                    == 1);
  }

  private long count(String sql, Object... words) {
    return pool.query(sql.formatted(words))
        .execute()
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void somebody_says_with_a_reason_that_it_travels_and_where_it_lives() {
    String id = open("SEV3", "");
    read(id)
        .body("serviceHours", equalTo("HOME_REGION"))
        .body("homeRegion", nullValue())
        .body("serviceHoursSet", equalTo(false));
    String travels =
        """
        {"serviceHours":"FOLLOW_THE_SUN","homeRegion":"EMEA","reason":"works nights this week"}\
        """;

    put(id, "service-hours", "\"1\"", travels)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""))
        .body("serviceHours", equalTo("FOLLOW_THE_SUN"))
        .body("homeRegion", equalTo("EMEA"))
        .body("serviceHoursSet", equalTo(true));
    put(id, "service-hours", "\"2\"", travels)
        .then()
        .statusCode(200)
        .header("ETag", equalTo("\"2\""));

    kai()
        .get(ESCALATIONS + "/" + id + "/timeline")
        .then()
        .body("items.kind", contains("OPENED", "SERVICE_HOURS_CHANGED"))
        .body("items[1].text", equalTo("works nights this week"))
        .body("items[1].from", equalTo("HOME_REGION"))
        .body("items[1].to", equalTo("FOLLOW_THE_SUN EMEA"));
    var told = log.await(EscalationEvent.ServiceHoursChanged.class, id);
    assertThat(told.from()).isEqualTo(ServiceHours.HOME_REGION);
    assertThat(told.escalation().homeRegion()).isEqualTo("EMEA");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"serviceHours\":\"FOLLOW_THE_SUN\"}|/reason",
        "{\"serviceHours\":\"FOLLOW_THE_SUN\",\"reason\":\"  \"}|/reason",
        "{\"reason\":\"why not\"}|/serviceHours",
        "{\"serviceHours\":\"24x7\",\"reason\":\"why not\"}|/serviceHours",
        "{\"serviceHours\":\"HOME_REGION\",\"homeRegion\":\"E MEA\",\"reason\":\"r\"}|/homeRegion",
      })
  void an_act_that_says_nothing_or_not_why_is_refused_by_the_name_of_the_field(
      String body, String pointer) {
    String id = open("SEV3", "");

    put(id, "service-hours", "\"1\"", body)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
    read(id).body("revision", equalTo(1));
  }

  @Test
  void an_act_needs_the_revision_it_was_made_on_and_somebody_who_may() {
    String path = ESCALATIONS + "/" + open("SEV3", "") + "/service-hours";
    String body = "{\"serviceHours\":\"FOLLOW_THE_SUN\",\"reason\":\"r\"}";

    kai().body(body).put(path).then().statusCode(428);
    kai().header("If-Match", "\"7\"").body(body).put(path).then().statusCode(412);
    given()
        .auth()
        .oauth2(Tokens.integration())
        .contentType("application/json")
        .header("If-Match", "\"1\"")
        .body(body)
        .put(path)
        .then()
        .statusCode(403);
    kai()
        .header("If-Match", "\"1\"")
        .body(body)
        .put(ESCALATIONS + "/ESC-999999/service-hours")
        .then()
        .statusCode(404);
  }

  @Test
  void a_list_is_asked_for_what_travels_and_for_what_lives_in_a_region() {
    UUID acme = UUID.randomUUID();
    tell(acme, Tier.STANDARD, "EMEA", 1);
    String travels = open("SEV1", of(acme));
    String home = open("SEV3", of(acme));
    String query = ESCALATIONS + "?customer=" + acme;

    kai().get(query + "&serviceHours=FOLLOW_THE_SUN").then().body("items.id", contains(travels));
    kai().get(query + "&serviceHours=HOME_REGION").then().body("items.id", contains(home));
    kai().get(query + "&homeRegion=EMEA").then().body("items.id", contains(home, travels));
    kai().get(query + "&homeRegion=APAC").then().body("items", empty());
    kai()
        .get(query + "&serviceHours=24x7")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("?serviceHours"));
  }

  @Test
  void a_tier_that_buys_all_hours_for_severity_three_has_them_from_the_ticket_on() {
    UUID big = UUID.randomUUID();
    promise(
        Tier.PLATINUM,
        null,
        new SlaTarget(Severity.SEV3, null, null, null, null, ServiceHours.FOLLOW_THE_SUN));
    tell(big, Tier.PLATINUM, "AMER", 1);
    Webhook desk = Webhook.admitted("generic");
    String ticket =
        """
        {"externalId":"%s","version":%d,"title":"t","severity":"%s","customerRef":"c-%s"}\
        """;
    String external = UUID.randomUUID().toString();

    String id =
        desk.send(ticket.formatted(external, 1, "SEV3", big), NOW)
            .then()
            .statusCode(201)
            .extract()
            .path("escalationId");

    read(id)
        .body("serviceHours", equalTo("FOLLOW_THE_SUN"))
        .body("homeRegion", equalTo("AMER"))
        .body("revision", equalTo(1));
    desk.send(ticket.formatted(external, 2, "SEV4", big), NOW).then().statusCode(200);
    read(id).body("serviceHours", equalTo("HOME_REGION")).body("revision", equalTo(3));
    kai()
        .get(ESCALATIONS + "/" + id + "/timeline")
        .then()
        .body("items.kind", contains("OPENED", "SEVERITY_CHANGED", "SERVICE_HOURS_CHANGED"))
        .body("items[2].text", equalTo("severity fell to SEV4"))
        .body("items[2].from", equalTo("FOLLOW_THE_SUN AMER"))
        .body("items[2].to", equalTo("HOME_REGION AMER"));
  }

  @Test
  void what_is_open_stays_at_home_when_its_customer_moves_and_goes_along_with_another_customer() {
    UUID acme = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    tell(acme, Tier.STANDARD, "EMEA", 1);
    tell(other, Tier.STANDARD, "AMER", 1);
    String id = open("SEV3", of(acme));

    tell(acme, Tier.STANDARD, "APAC", 2);
    put(id, "severity", "\"1\"", "{\"severity\":\"SEV4\"}").then().statusCode(200);

    read(id).body("homeRegion", equalTo("EMEA")).body("revision", equalTo(2));
    kai()
        .header("If-Match", "\"2\"")
        .body("{\"customerId\":\"" + other + "\"}")
        .patch(ESCALATIONS + "/" + id)
        .then()
        .statusCode(200)
        .body("homeRegion", equalTo("AMER"))
        .body("revision", equalTo(4));
    kai()
        .header("If-Match", "\"4\"")
        .body("{\"customerId\":null}")
        .patch(ESCALATIONS + "/" + id)
        .then()
        .statusCode(200)
        .body("homeRegion", equalTo("AMER"))
        .body("revision", equalTo(5));
  }

  @Test
  void without_a_customer_it_lives_where_it_was_assigned_until_somebody_says_otherwise() {
    String id = open("SEV3", "");

    log.publish(
        new AccountabilityEvent.RegimeChanged(
            new AccountabilityState(
                UUID.fromString(id),
                NOW,
                new Person("tam-kai", "Kai Tan"),
                "APAC",
                NOW,
                null,
                AccountabilityBasis.ASSIGNED,
                null,
                null,
                ServiceHours.HOME_REGION,
                "APAC",
                false,
                1,
                NOW)));

    await().untilAsserted(() -> read(id).body("homeRegion", equalTo("APAC")));
    read(id).body("accountable.homeRegion", equalTo("APAC"));
    kai().get(ESCALATIONS + "?homeRegion=APAC&limit=500").then().body("items.id", hasItem(id));
    put(
            id,
            "service-hours",
            "\"1\"",
            "{\"serviceHours\":\"HOME_REGION\",\"homeRegion\":\"EMEA\",\"reason\":\"r\"}")
        .then()
        .body("homeRegion", equalTo("EMEA"))
        .body("accountable.homeRegion", equalTo("APAC"));
    kai().get(ESCALATIONS + "?homeRegion=APAC&limit=500").then().body("items.id", not(hasItem(id)));
  }

  @Test
  void what_is_resolved_closes_by_itself_when_its_time_is_over_unless_it_is_reopened() {
    UUID acme = UUID.randomUUID();
    promise(Tier.GOLD, Duration.ofHours(2));
    tell(acme, Tier.GOLD, "EMEA", 1);
    String soon = open("SEV3", of(acme));
    String reopened = open("SEV3", of(acme));
    String later = open("SEV3", "");
    for (String id : List.of(soon, reopened, later)) {
      put(id, "status", "\"1\"", "{\"status\":\"RESOLVED\"}").then().statusCode(200);
    }
    read(soon).body("closesAt", equalTo("2026-03-08T09:00:00Z"));
    read(later).body("closesAt", equalTo("2026-03-15T07:00:00Z"));
    put(reopened, "status", "\"2\"", "{\"status\":\"OPEN\"}")
        .then()
        .statusCode(200)
        .body("closesAt", nullValue());

    clock.set(Instant.parse("2026-03-08T09:00:01Z"));

    await().untilAsserted(() -> read(soon).body("status", equalTo("CLOSED")));
    read(soon)
        .body("closedAt", equalTo("2026-03-08T09:00:01Z"))
        .body("closesAt", nullValue())
        .body("revision", equalTo(3));
    kai()
        .get(ESCALATIONS + "/" + soon + "/timeline")
        .then()
        .body("items.kind", contains("OPENED", "RESOLVED", "CLOSED"))
        .body("items[2].by", equalTo("escalation-service"))
        .body("items[2].text", equalTo("resolved for 2 hours"));
    var told = log.await(EscalationEvent.Closed.class, soon);
    assertThat(told.reason()).isEqualTo("resolved for 2 hours");
    read(reopened).body("status", equalTo("OPEN"));
    read(later).body("status", equalTo("RESOLVED"));
  }
}
