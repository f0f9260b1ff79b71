package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;

import io.meridian.handoff.Tables;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.Tokens;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;

/** Moves a service under test through that Monday: its calendar, its clock and its leadership. */
final class Scene extends OtherServices implements AutoCloseable {

  Scene(MovableClock clock, Pool pool) {
    super(clock, pool);
  }

  /** An empty service at that time, then this calendar. */
  void begin(String time, CalendarText calendar) {
    do {
      clock.set(at(time).minusSeconds(1));
      clear();
      apply(calendar);
      goTo(at(time));
    } while (isAhead());
  }

  /**
   * Whether a step that was under way for the test before has written down since that a later time
   * is done, so that what is due in between would not be. By now no such step is under way.
   */
  private boolean isAhead() {
    return sql(
                "select 1 from rests_kept where at > $1 union all"
                    + " select 1 from ledger_settled where at > $1",
                column(clock.instant()))
            .size()
        > 0;
  }

  private static void apply(CalendarText calendar) {
    given()
        .auth()
        .oauth2(Tokens.manager())
        .header("If-None-Match", "*")
        .contentType(ContentType.JSON)
        .body(calendar.json())
        .put("/api/v1/calendar")
        .then()
        .statusCode(200);
  }

  private void clear() {
    forget(
        "escalation, customer, accountability, hold, gap, gap_voided, tam_load, ledger_settled,"
            + " shift, calendar_version, calendar_history, tam, timer, shift_change, handoff,"
            + " handoff_query, timeline_fact, briefing, escalation_text, unreachable_duty,"
            + " sla_policy, accountability_fact, regime, stay, rest, rest_voided, rests_kept,"
            + " coverage_agreement, watch_item, watch_handover, shift_change_note");
  }

  /** Empties tables. */
  void forget(String tables) {
    Tables.empty(pool, tables);
  }

  /** What became of the messages that told somebody about an escalation, oldest first. */
  List<String> messages(UUID escalation, String kind, String recipient) {
    RowSet<Row> rows =
        sql(
            "select n.status from notification n join notification_item i on n.id ="
                + " i.notification_id where i.escalation_id = $1 and i.kind = $2"
                + " and i.recipient = $3 order by n.id",
            escalation,
            kind,
            recipient);
    List<String> statuses = new ArrayList<>();
    rows.forEach(row -> statuses.add(row.getString(0)));
    return statuses;
  }

  /** Another calendar from now on. */
  void change(CalendarText calendar) {
    edit(calendar);
    clock.advance(Duration.ofMillis(5));
    awaitEngine();
  }

  /** The same, before the engine knows. */
  void edit(CalendarText calendar) {
    long revision = sql("select max(revision) from calendar_version").iterator().next().getLong(0);
    given()
        .auth()
        .oauth2(Tokens.manager())
        .header("If-Match", "\"" + revision + "\"")
        .contentType(ContentType.JSON)
        .body(calendar.json())
        .put("/api/v1/calendar")
        .then()
        .statusCode(200);
  }

  /** Lets the clock jump to that time and the engine do what has become due. */
  void goTo(String time) {
    goTo(at(time));
  }

  void goTo(Instant time) {
    clock.set(time);
    awaitEngine();
  }

  /** Lets one hour after another pass until it holds: some work is done once an hour. */
  void hoursUntil(ThrowingRunnable assertion) {
    await()
        .pollInterval(Duration.ofSeconds(2))
        .untilAsserted(
            () -> {
              goTo(clock.instant().plus(Duration.ofMinutes(61)));
              assertion.run();
            });
  }

  /** Only the clock moves. */
  void jump(String time) {
    clock.set(at(time));
  }

  /** Waits until nothing is due. */
  void awaitEngine() {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> due(clock.instant()) == 0);
  }

  long due(Instant at) {
    return sql("select count(*) from timer where due_at <= $1", column(at))
        .iterator()
        .next()
        .getLong(0);
  }

  /** Who is accountable at an instant, with the basis: "zoe HANDOFF". */
  String accountable(UUID escalation, String time) {
    return sql(
            "select tam || ' ' || basis from accountability"
                + " where escalation_id = $1 and during @> $2::timestamptz",
            escalation,
            column(at(time)))
        .iterator()
        .next()
        .getString(0);
  }

  /** The gaps of an escalation: "15:00 15:07 UNACCEPTED_HANDOFF". */
  List<String> gaps(UUID escalation) {
    RowSet<Row> rows =
        sql(
            "select to_char(lower(during) at time zone 'UTC', 'HH24:MI') || ' ' ||"
                + " coalesce(to_char(upper(during) at time zone 'UTC', 'HH24:MI'), 'open') || ' '"
                + " || cause from gap where escalation_id = $1 order by during",
            escalation);
    List<String> gaps = new ArrayList<>();
    rows.forEach(row -> gaps.add(row.getString(0)));
    return gaps;
  }

  /** Another replica begins a term, as far as the database knows. */
  void depose() {
    sql("update leadership set term = term + 1 where name = 'handoff-service'");
  }

  /** That term is over, and ours is the current one again. */
  void enthrone() {
    sql("update leadership set term = term - 1 where name = 'handoff-service'");
  }

  @Override
  public void close() {
    clock.run();
    kafka.close();
  }
}
