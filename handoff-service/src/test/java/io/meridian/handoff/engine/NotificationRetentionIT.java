package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For how long it is known what people were told: a message for a year, its attempts 90 days. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class NotificationRetentionIT {
  private static final UUID NOTHING = null;

  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;
  private UUID open;
  private UUID closed;

  @BeforeEach
  void an_escalation_that_is_open_and_one_that_is_closed() {
    scene = new Scene(clock, pool);
    scene.forget("notification, notification_item, notification_attempt");
    scene.begin("09:00", CalendarText.followTheSun());
    open = scene.open(Severity.SEV3, "09:00");
    closed = scene.open(Severity.SEV3, "09:00");
    scene.sql("update escalation set closed_at = $1 where id = $2", column("09:00"), closed);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void a_message_is_kept_for_a_year_and_its_attempts_for_90_days_unless_the_case_is_open() {
    told("old, closed", 366, "DELIVERED", closed);
    told("old, of nothing", 366, "UNREACHABLE", NOTHING);
    told("old, open", 366, "DELIVERED", open);
    told("old, not sent yet", 366, "PENDING", NOTHING);
    told("of this year, closed", 364, "FAILED", closed);
    told("of this year, open", 364, "FAILED", open);
    told("of these days, closed", 89, "DELIVERED", closed);

    scene.hoursUntil(
        () ->
            assertThat(kept("select subject from notification"))
                .contains("old, open", "old, not sent yet", "of this year, closed")
                .doesNotContain("old, closed", "old, of nothing"));
    await()
        .untilAsserted(
            () ->
                assertThat(
                        kept(
                            "select n.subject from notification_attempt a join notification n"
                                + " on n.id = a.notification_id where n.subject is not null"))
                    .contains("old, open", "of this year, open", "of these days, closed")
                    .doesNotContain("of this year, closed", "old, closed"));
    assertThat(kept("select line from notification_item where line like '%, closed'"))
        .containsExactlyInAnyOrder("of this year, closed", "of these days, closed");
    assertThat(kept("select a.target from notification_attempt a where a.target like 'old, cl%'"))
        .isEmpty();
  }

  @Test
  void many_go_in_steps_until_none_is_left() {
    scene.sql(
        "insert into notification (id, kind, recipient, bundle, status, channel, tries, provider,"
            + " occurred_at, created_at, planned_at, due_at, subject)"
            + " select gen_random_uuid(), 'OFFERED', 'emma', gen_random_uuid(), 'DELIVERED', 0, 1,"
            + " '', $1, $1, $1, $1, 'one of many' from generate_series(1, 2500)",
        daysAgo(400));

    scene.hoursUntil(
        () ->
            assertThat(kept("select subject from notification where subject is not null"))
                .isEmpty());
  }

  private void told(String what, int days, String status, UUID escalation) {
    UUID id = UUID.randomUUID();
    scene.sql(
        "insert into notification (id, kind, recipient, bundle, status, channel, tries, attempts,"
            + " provider, occurred_at, created_at, planned_at, due_at, subject)"
            + " values ($1, 'OFFERED', 'emma', $1, $2, 0, 1, 1, '', $3, $3, $3,"
            + " $3::timestamptz + interval '2 years', $4)",
        id,
        status,
        daysAgo(days),
        what);
    scene.sql(
        "insert into notification_item (kind, subject, recipient, notification_id, about,"
            + " escalation_id, line) values ('OFFERED', $1, 'emma', $1, $1, $2, $3)",
        id,
        escalation,
        what);
    scene.sql(
        "insert into notification_attempt (notification_id, number, channel, channel_kind, target,"
            + " started_at, ended_at, outcome) values ($1, 1, 0, 'EMAIL', $2, $3, $3, 'DELIVERED')",
        id,
        what,
        daysAgo(days));
  }

  private List<String> kept(String query) {
    List<String> kept = new ArrayList<>();
    scene.sql(query).forEach(row -> kept.add(row.getString(0)));
    return kept;
  }

  private static Object daysAgo(int days) {
    return OtherServices.column(Scene.at("09:00").minus(java.time.Duration.ofDays(days)));
  }

  private static Object column(String time) {
    return OtherServices.column(Scene.at(time));
  }
}
