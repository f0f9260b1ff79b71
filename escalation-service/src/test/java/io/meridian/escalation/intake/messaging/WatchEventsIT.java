package io.meridian.escalation.intake.messaging;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.events.WatchEvent;
import io.meridian.events.WatchItemState;
import io.meridian.events.WatchState;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What crews watched becomes an escalation by one act. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class WatchEventsIT {
  private static final Instant NOW = Instant.parse("2026-03-09T15:00:00Z");

  @Inject Pool pool;

  private static WatchItemState item(String what) {
    return new WatchItemState(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "Acme",
        what,
        "Call Helena",
        NOW,
        NOW.plusSeconds(3600),
        WatchState.ESCALATED,
        new Person("emma", "Emma"),
        new Person("noah", "Noah"),
        Severity.SEV2,
        2,
        NOW);
  }

  private long known(String title) {
    return pool.preparedQuery("select count(*) from escalation where title = $1")
        .execute(Tuple.of(title))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void it_is_opened_once_by_whoever_acted_however_often_it_is_told() {
    String title = "migration " + UUID.randomUUID();
    String last = "later " + UUID.randomUUID();
    WatchItemState happened = item(title);
    try (PublishedEvents log = new PublishedEvents()) {
      log.publish(new WatchEvent.Escalated(List.of(happened)));
      log.publish(new WatchEvent.Escalated(List.of(happened)));
      log.publish(new WatchEvent.Withdrawn(List.of(item("withdrawn " + title))));
      log.publish(new WatchEvent.Escalated(List.of(item(last))));
      await().until(() -> known(title) > 0 && known(last) > 0);
    }
    assertThat(known(title)).isEqualTo(1);
    assertThat(known("withdrawn " + title)).isZero();

    given()
        .auth()
        .oauth2(Tokens.manager())
        .get("/api/v1/escalations?limit=500")
        .then()
        .statusCode(200)
        .body("items.find { it.title == '" + title + "' }.severity", equalTo("SEV2"))
        .body(
            "items.find { it.title == '" + title + "' }.externalRef.id",
            equalTo(happened.id().toString()));
  }
}
