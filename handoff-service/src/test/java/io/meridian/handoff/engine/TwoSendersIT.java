package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.engine.FakeHooks.Hook;
import io.meridian.handoff.notification.application.AnotherSender;
import io.meridian.handoff.notification.domain.Absence;
import io.meridian.handoff.notification.domain.Line;
import io.meridian.handoff.notification.domain.Notice;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Reach;
import io.meridian.handoff.notification.store.MessageClaim;
import io.meridian.handoff.notification.store.NoticeStore;
import io.meridian.handoff.notification.store.SendingStore;
import io.meridian.handoff.notification.store.SendingStore.Beginning;
import io.meridian.handoff.notification.store.SendingStore.Room;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.MovableClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every replica sends; a message is sent by one of them. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class TwoSendersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Room ROOM = new Room(Map.of(), 6, 100);
  private static final int ROUND = 40;

  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject NoticeStore notices;
  @Inject SendingStore store;
  @Inject Transactions transactions;
  @Inject AnotherSender another;
  private Scene scene;
  private FakeHooks hooks;

  @BeforeEach
  void zoe_can_be_reached() {
    scene = new Scene(clock, pool);
    hooks = new FakeHooks(clock);
    scene.forget("notification, notification_item, notification_attempt");
    scene.begin(
        "09:00",
        CalendarText.followTheSun()
            .channel("zoe", "WEBHOOK", hooks.url("127.0.0.1", "/zoe"), "PT0S"));
  }

  @AfterEach
  void end() throws Exception {
    another.stop();
    hooks.close();
    scene.close();
  }

  @Test
  void two_replicas_that_send_at_once_send_each_message_once() {
    another.start();
    int sent = 0;
    while (another.attempts() == 0 || another.attempts() == sent) {
      tell(ROUND, clock.instant());
      sent += ROUND;
      another.nudge();
      int all = sent;
      await().until(() -> delivered() == all);
      assertThat(sent).as("rounds until both have sent something").isLessThan(100 * ROUND);
    }
    assertThat(hooks.at("/zoe")).hasSize(sent).extracting(Hook::id).doesNotHaveDuplicates();
    assertThat(scene.sql("select 1 from notification_attempt").size()).isEqualTo(sent);
  }

  @Test
  void what_one_replica_is_about_to_claim_another_passes_over() {
    tell(20, inAnHour());
    SqlConnection one = pool.getConnection().await().atMost(PATIENCE);
    var open = one.begin().await().atMost(PATIENCE);
    List<UUID> mine =
        ids(store.claim(UnitOfWork.on(one), inAnHour(), ROOM).await().atMost(PATIENCE));
    List<UUID> others = claimed();
    open.commit().await().atMost(PATIENCE);
    one.close().await().atMost(PATIENCE);
    assertThat(mine).hasSize(6);
    assertThat(others).hasSize(6).doesNotContainAnyElementsOf(mine);
    assertThat(claimed()).hasSize(6).doesNotContainAnyElementsOf(mine);
  }

  @Test
  void what_a_crashed_replica_claimed_is_taken_over_when_the_claim_lapses_and_not_before() {
    tell(1, inAnHour());
    List<MessageClaim> first =
        write(unit -> store.claim(unit, inAnHour(), ROOM).call(c -> begin(unit, c)));
    assertThat(first).hasSize(1);
    UUID id = first.getFirst().id();
    assertThat(claimed()).as("the claim holds").doesNotContain(id);
    Duration left =
        Duration.between(
            Instant.now(),
            scene
                .sql("select claimed_until from notification where id = $1", id)
                .iterator()
                .next()
                .getOffsetDateTime(0)
                .toInstant());
    assertThat(left).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(45));

    // it has lapsed
    scene.sql("update notification set claimed_until = now() - interval '1 ms' where id = $1", id);
    List<MessageClaim> second =
        write(unit -> store.claim(unit, inAnHour(), ROOM).call(c -> begin(unit, c)));
    MessageClaim again = second.stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.deliveryId()).isEqualTo(first.getFirst().deliveryId());
    assertThat(
            scene
                .sql(
                    "select 1 from notification_attempt where outcome = 'LOST' and"
                        + " notification_id = $1",
                    id)
                .size())
        .isEqualTo(1);
  }

  private void tell(int count, Instant due) {
    List<Notice> all = Stream.generate(() -> notice(due)).limit(count).toList();
    write(unit -> notices.add(unit, all, clock.instant(), tam -> new Reach.By("127.0.0.1")));
  }

  private static Notice notice(Instant due) {
    UUID about = UUID.randomUUID();
    Line line =
        new Line(null, null, null, "", null, due, null, due.plusSeconds(60), null)
            .because(new Absence.Hole(CoverageGap.Cause.NO_SHIFT));
    return new Notice(
        NotificationKind.COVERAGE_ALARM, "zoe", about, about, about, null, due, due, line);
  }

  private Instant inAnHour() {
    return clock.instant().plus(Duration.ofHours(1));
  }

  private int delivered() {
    return scene.sql("select 1 from notification where status = 'DELIVERED'").size();
  }

  private List<UUID> claimed() {
    return ids(write(unit -> store.claim(unit, inAnHour(), ROOM)));
  }

  private Uni<Void> begin(UnitOfWork unit, List<MessageClaim> claimed) {
    return store.begin(
        unit,
        claimed.stream()
            .map(message -> new Beginning(message, "WEBHOOK", "127.0.0.1", null))
            .toList(),
        clock.instant());
  }

  private static List<UUID> ids(List<MessageClaim> claimed) {
    return claimed.stream().map(MessageClaim::id).toList();
  }

  private <T> T write(Function<UnitOfWork, Uni<T>> work) {
    return transactions.write(work).await().atMost(PATIENCE);
  }
}
