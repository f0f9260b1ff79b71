package io.meridian.handoff.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What crews watched and told each other is kept for a year, and longer while a case is open. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class WatchRetentionIT {
  private static final UUID NONE = null;

  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;

  @BeforeEach
  void begin() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void items_and_notes_go_a_year_after_their_end_but_for_those_of_open_cases() {
    UUID open = scene.open(Severity.SEV3, "09:00");
    UUID closed = scene.open(Severity.SEV3, "09:00");
    scene.sql("update escalation set closed_at = $1 where id = $2", daysAgo(0), closed);
    watched("old", 366, NONE);
    watched("old, of an open case", 366, open);
    watched("old, of a closed case", 366, closed);
    watched("of this year", 364, NONE);
    noted("old", 366);
    noted("of this year", 364);

    scene.hoursUntil(
        () -> {
          assertThat(texts("select what from watch_item"))
              .containsExactlyInAnyOrder("old, of an open case", "of this year");
          assertThat(texts("select text from shift_change_note")).containsExactly("of this year");
        });
    assertThat(texts("select from_region from watch_handover")).hasSize(2);
  }

  private void watched(String what, int endedDaysAgo, UUID escalation) {
    UUID id = UUID.randomUUID();
    scene.sql(
        "insert into watch_item (id, customer_id, what, what_if, from_at, until_at, made_by,"
            + " made_at, ended_by, ended_at, ended_as, severity, escalation_id, revision) values"
            + " ($1, $1, $2, 'call', $3::timestamptz - interval '1 day', $3, 'emma', $3,"
            + " case when $4::uuid is not null then 'emma' end,"
            + " case when $4::uuid is not null then $3::timestamptz end,"
            + " case when $4::uuid is not null then 'ESCALATED' end,"
            + " case when $4::uuid is not null then 'SEV3' end, $4, 1)",
        id,
        what,
        daysAgo(endedDaysAgo),
        escalation);
    scene.sql(
        "insert into watch_handover (id, item_id, shift_change_id, from_region, to_region,"
            + " boundary, shift_id, shift_start, shift_end, confirm_by, lead_told) values ($1, $1,"
            + " $1, 'EMEA', 'AMER', $2, $1, $2, $2, $2, true)",
        id,
        daysAgo(endedDaysAgo));
  }

  private void noted(String text, int daysAgo) {
    scene.sql(
        "insert into shift_change_note (shift_change_id, text, written_by, written_at, version)"
            + " values ($1, $2, 'emma', $3, 1)",
        UUID.randomUUID(),
        text,
        daysAgo(daysAgo));
  }

  private List<String> texts(String query) {
    List<String> texts = new ArrayList<>();
    scene.sql(query).forEach(row -> texts.add(row.getString(0)));
    return texts;
  }

  private static Object daysAgo(int days) {
    return OtherServices.column(Scene.at("09:00").minus(Duration.ofDays(days)));
  }
}
