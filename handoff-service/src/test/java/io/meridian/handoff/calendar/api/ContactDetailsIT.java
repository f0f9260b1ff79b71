package io.meridian.handoff.calendar.api;

import static io.meridian.handoff.calendar.api.CalendarApi.CALENDAR;
import static io.meridian.handoff.calendar.api.CalendarApi.apply;
import static io.meridian.handoff.calendar.api.CalendarApi.entry;
import static io.meridian.handoff.calendar.api.CalendarApi.followTheSun;
import static io.meridian.handoff.calendar.api.CalendarApi.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.seal.SealedSecrets;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a TAM is reached, and the secrets in it, are no concern of other TAMs. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class ContactDetailsIT {

  private static final String HOOK = "https://hooks.example.com:8443/services/T0/S3CR3T?key=K3Y";

  @Inject Pool pool;
  @Inject MovableClock clock;
  @Inject ObjectMapper json;
  @Inject Transactions transactions;
  @Inject SealedSecrets secrets;

  @BeforeEach
  void kaiIsReachedByMailAndByHook() {
    clock.set(Instant.parse("2026-06-01T08:00:00Z"));
    CalendarApi.forgetAll(pool);
    ObjectNode document = followTheSun();
    ArrayNode channels = entry(document, "tams", 0).putArray("channels");
    channels.addObject().put("kind", "SLACK").put("address", HOOK);
    channels
        .addObject()
        .put("kind", "EMAIL")
        .put("address", "kai@home.example")
        .put("delay", "PT5M");
    apply(document);
  }

  static List<String> whoever() {
    return List.of(Tokens.manager(), Tokens.tam("tam-kai"));
  }

  static List<String> others() {
    return List.of(Tokens.tam("tam-mei"), Tokens.auditor());
  }

  @ParameterizedTest
  @MethodSource("whoever")
  void managers_and_the_tam_see_addresses(String token) {
    everywhere(token)
        .forEach(
            kai -> {
              assertThat(kai.getString("email")).isEqualTo("kai@example.com");
              assertThat(kai.getList("channels.address")).containsExactly(HOOK, "kai@home.example");
            });
  }

  @ParameterizedTest
  @MethodSource("others")
  void others_see_the_kind_and_a_masked_address(String token) {
    everywhere(token)
        .forEach(
            kai -> {
              assertThat(kai.getString("email")).isEqualTo("***@example.com");
              assertThat(kai.getList("channels.kind")).containsExactly("SLACK", "EMAIL");
              assertThat(kai.getList("channels.delay")).containsExactly("PT0S", "PT5M");
              assertThat(kai.getList("channels.address"))
                  .containsExactly("https://hooks.example.com:8443/***", "***@home.example");
            });
    Stream.of(CALENDAR, "/api/v1/tams", "/api/v1/tams/tam-kai")
        .map(path -> get(token, path).asString())
        .forEach(body -> assertThat(body).doesNotContain("S3CR3T", "K3Y", "kai@"));
  }

  @Test
  void a_tam_sees_their_own_addresses_only() {
    get(Tokens.tam("tam-mei"), CALENDAR)
        .then()
        .body("tams.find{it.id=='tam-mei'}.email", equalTo("mei@example.com"))
        .body("tams.find{it.id=='tam-eva'}.email", equalTo("***@example.com"));
  }

  @Test
  void whoever_reads_it_the_tag_is_the_same() {
    for (String path : List.of(CALENDAR, "/api/v1/tams/tam-kai")) {
      assertThat(get(Tokens.tam("tam-mei"), path).header("ETag"))
          .isEqualTo(get(Tokens.manager(), path).header("ETag"));
    }
  }

  @Test
  void a_calendar_with_masked_addresses_cannot_be_put_in_force() throws JsonProcessingException {
    String read = get(Tokens.tam("tam-mei"), CALENDAR).asString();
    put((ObjectNode) json.readTree(read), "\"1\"")
        .then()
        .statusCode(422)
        .body(
            "errors.pointer",
            hasItems("/tams/0/email", "/tams/0/channels/0/address", "/tams/0/channels/1/address"))
        .body("errors.code.toSet()", contains("masked"));
  }

  @Test
  void the_database_keeps_them_sealed_in_every_version_those_from_before_too() {
    String stored = stored();
    assertThat(stored).contains("v2:", "kai@home.example").doesNotContain("S3CR3T", "K3Y");
    pool.query(
            "update calendar_version set sealed_under = null,"
                + " document = jsonb_set(document, '{tams,0,channels,0,address}', '\"%s\"')"
                    .formatted(HOOK))
        .executeAndAwait();
    assertThat(stored()).contains("S3CR3T");
    managers_and_the_tam_see_addresses(Tokens.manager());

    assertThat(transactions.write(secrets::reseal).await().indefinitely()).isEqualTo(1);
    assertThat(transactions.write(secrets::reseal).await().indefinitely()).isZero();

    assertThat(stored()).contains("v2:").doesNotContain("S3CR3T", "K3Y");
    managers_and_the_tam_see_addresses(Tokens.manager());
  }

  private String stored() {
    List<String> versions = new ArrayList<>();
    pool.query("select document::text from calendar_version")
        .executeAndAwait()
        .forEach(row -> versions.add(row.getString(0)));
    return String.join("\n", versions);
  }

  /** The TAM Kai in the calendar, in the list of TAMs, and alone. */
  private static Stream<JsonPath> everywhere(String token) {
    return Stream.of(
        get(token, CALENDAR).jsonPath().setRootPath("tams.find{it.id=='tam-kai'}"),
        get(token, "/api/v1/tams").jsonPath().setRootPath("items.find{it.id=='tam-kai'}"),
        get(token, "/api/v1/tams/tam-kai").jsonPath());
  }

  private static Response get(String token, String path) {
    Response answer = given().auth().oauth2(token).get(path);
    answer.then().statusCode(200);
    return answer;
  }
}
