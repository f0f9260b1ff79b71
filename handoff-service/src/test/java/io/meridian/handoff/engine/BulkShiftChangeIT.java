package io.meridian.handoff.engine;

import static io.meridian.handoff.engine.Scene.at;
import static io.meridian.handoff.engine.Scene.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shift change with ten thousand open escalations. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class BulkShiftChangeIT {
  private static final Logger LOG = Logger.getLogger(BulkShiftChangeIT.class);
  private static final int MANY = 10_000;

  @Inject MovableClock clock;
  @Inject Pool pool;
  private Scene scene;

  @BeforeEach
  void many_open_escalations() {
    scene = new Scene(clock, pool);
    scene.begin("09:00", CalendarText.followTheSun());
    scene.sql(
        """
        with opened as (
          insert into escalation (id, short_id, title, severity, status, tags, opened_at, revision,
            ledger_revision, service_hours, unserved)
          select gen_random_uuid(), 'ESC-' || n, 'Checkout down', 'SEV3', 'OPEN', '{}',
            $1::timestamptz + n * interval '1 millisecond', 1, 1, 'FOLLOW_THE_SUN', false
          from generate_series(1, $2::int) n returning id, opened_at)
        insert into accountability (escalation_id, opened_at, tam, region, during, basis)
        select id, opened_at, 'emma', 'EMEA', tstzrange(opened_at, null), 'ASSIGNED' from opened
        """,
        column(at("09:00")),
        MANY);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void all_are_offered_in_packs_and_accepted_in_packs() {
    long began = System.nanoTime();
    scene.goTo("14:30");
    long millis = (System.nanoTime() - began) / 1_000_000;
    LOG.infof("%d offers in %d ms", MANY, millis);
    List<HandoffEvent.Offered> told =
        scene
            .kafka()
            .await(
                HandoffEvent.Offered.class,
                MANY / HandoffEvent.PACKED_MAX,
                event -> event.handoffs().size() == HandoffEvent.PACKED_MAX);
    assertThat(told.stream().flatMap(event -> event.handoffs().stream()).map(HandoffState::id))
        .hasSize(MANY)
        .doesNotHaveDuplicates();
    assertThat(transactions()).isGreaterThan(1);
    assertThat(count("status = 'OFFERED' and to_tam = 'zoe'")).isEqualTo(MANY / 2);
    assertThat(count("status = 'OFFERED' and to_tam = 'adam'")).isEqualTo(MANY / 2);

    scene.goTo("15:00");
    assertThat(gaps()).isEqualTo(MANY);
    scene.goTo("15:15");
    assertThat(count("status = 'ESCALATED_TO_LEAD' and to_tam = 'leo'")).isEqualTo(MANY);

    List<UUID> some = new ArrayList<>();
    scene
        .sql("select id from handoff order by id limit 500")
        .forEach(row -> some.add(row.getUUID(0)));
    StringBuilder items = new StringBuilder();
    some.forEach(id -> items.append(",{\"id\":\"").append(id).append("\"}"));
    scene
        .post("zoe", "accept", new JsonObject("{\"items\":[" + items.substring(1) + "]}"))
        .then()
        .statusCode(200);
    assertThat(count("status = 'ACCEPTED' and to_tam = 'zoe'")).isEqualTo(500);
    scene.goTo("23:00");
    assertThat(count("status = 'CANCELLED' and cancel_reason = 'SUPERSEDED'"))
        .isEqualTo(MANY - 500);
    assertThat(count("status = 'OFFERED' and to_tam in ('kai', 'mei')")).isEqualTo(MANY);
  }

  private long count(String where) {
    return scene.sql("select count(*) from handoff where " + where).iterator().next().getLong(0);
  }

  private long transactions() {
    return scene.sql("select count(distinct xmin::text) from handoff").iterator().next().getLong(0);
  }

  private long gaps() {
    return scene.sql("select count(*) from gap").iterator().next().getLong(0);
  }
}
