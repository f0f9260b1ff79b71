package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;
import static io.restassured.RestAssured.given;

import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.NoteDetails;
import io.meridian.events.Severity;
import io.meridian.events.Tier;
import io.meridian.handoff.Tables;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.meridian.testkit.Tokens;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Moves a service under test through a Monday, 2026-03-09: other services, people and the clock.
 */
final class Scene extends People implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final AtomicInteger NUMBER = new AtomicInteger(1000);

  private final MovableClock clock;
  private final Pool pool;
  private final PublishedEvents kafka = new PublishedEvents();
  private final Map<UUID, EscalationState> escalations = new HashMap<>();

  Scene(MovableClock clock, Pool pool) {
    this.clock = clock;
    this.pool = pool;
  }

  /** "15:00" on the Monday, "+07:00" on the Tuesday. */
  static Instant at(String time) {
    return time.startsWith("+")
        ? Instant.parse("2026-03-10T" + time.substring(1) + ":00Z")
        : Instant.parse("2026-03-09T" + time + ":00Z");
  }

  /** An empty service at that time, then this calendar. */
  void begin(String time, CalendarText calendar) {
    clock.set(at(time).minusSeconds(1));
    clear();
    given()
        .auth()
        .oauth2(Tokens.manager())
        .header("If-None-Match", "*")
        .contentType(ContentType.JSON)
        .body(calendar.json())
        .put("/api/v1/calendar")
        .then()
        .statusCode(200);
    goTo(at(time));
  }

  private void clear() {
    forget(
        "escalation, customer, accountability, hold, gap, gap_voided, tam_load,"
            + " ledger_settled, shift, calendar_version, calendar_history, tam, timer,"
            + " shift_change, handoff, handoff_query, timeline_fact, briefing, escalation_text, unreachable_duty,"
            + " sla_policy, accountability_fact");
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

  UUID open(Severity severity, String time) {
    return open(severity, at(time), null);
  }

  /** Another service opens an escalation; waits until somebody is accountable here. */
  UUID open(Severity severity, Instant at, @Nullable UUID customer) {
    UUID id = tellOpened(severity, at, customer);
    await()
        .atMost(PATIENCE)
        .until(() -> sql("select 1 from accountability where escalation_id = $1", id).size() > 0);
    return id;
  }

  UUID tellOpened(Severity severity, Instant at, @Nullable UUID customer) {
    UUID id = UUID.randomUUID();
    EscalationState state =
        new EscalationState(
            id,
            "ESC-" + NUMBER.incrementAndGet(),
            "Checkout down",
            severity,
            EscalationStatus.OPEN,
            customer,
            List.of(),
            null,
            at,
            null,
            null,
            null,
            1,
            at);
    escalations.put(id, state);
    kafka.publish(new EscalationEvent.Opened("zendesk", state));
    return id;
  }

  /** An escalation as it was opened. */
  EscalationState opened(UUID id) {
    return escalations.get(id);
  }

  /** Another service notes something; waits until it is known here. */
  void note(UUID id, long revision, String text, @Nullable NoteDetails details) {
    EscalationState open = escalations.get(id);
    EscalationState noted = state(open, EscalationStatus.OPEN, null, revision, clock.instant());
    kafka.publish(new EscalationEvent.Noted("emma", text, details, noted));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                sql(
                            "select 1 from timeline_fact where escalation_id = $1 and revision ="
                                + " $2",
                            id,
                            revision)
                        .size()
                    > 0);
  }

  /** Another service closes it; waits until the ledger has ended here. */
  void close(UUID id, String time) {
    tellClosed(id, at(time));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                sql("select 1 from escalation where id = $1 and closed_at is not null", id).size()
                    > 0);
  }

  void tellClosed(UUID id, Instant at) {
    EscalationState open = escalations.get(id);
    EscalationState closed = state(open, EscalationStatus.CLOSED, at, 100, at);
    kafka.publish(new EscalationEvent.Closed("emma", "done", closed));
  }

  /** Another service hears that somebody has taken notice; waits until that is known here. */
  void acknowledge(UUID id, String by, long revision) {
    EscalationState known =
        state(escalations.get(id), EscalationStatus.ACKNOWLEDGED, null, revision, clock.instant());
    kafka.publish(new EscalationEvent.Acknowledged(by, known));
    awaitRevision(id, revision);
  }

  /** Another service makes it worse, or better; waits until that is known here. */
  void regrade(UUID id, Severity to, long revision) {
    EscalationState before = escalations.get(id);
    EscalationState after = graded(before, to, revision, clock.instant());
    escalations.put(id, after);
    kafka.publish(
        new EscalationEvent.SeverityChanged("emma", before.severity(), "it spreads", after));
    awaitRevision(id, revision);
  }

  private void awaitRevision(UUID id, long revision) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                sql("select 1 from escalation where id = $1 and revision >= $2", id, revision)
                        .size()
                    > 0);
  }

  private static EscalationState state(
      EscalationState open,
      EscalationStatus status,
      @Nullable Instant closedAt,
      long revision,
      Instant at) {
    return state(open, open.severity(), status, closedAt, revision, at);
  }

  private static EscalationState graded(
      EscalationState open, Severity severity, long revision, Instant at) {
    return state(open, severity, open.status(), null, revision, at);
  }

  private static EscalationState state(
      EscalationState open,
      Severity severity,
      EscalationStatus status,
      @Nullable Instant closedAt,
      long revision,
      Instant at) {
    return new EscalationState(
        open.id(),
        open.shortId(),
        open.title(),
        severity,
        status,
        open.customerId(),
        open.tags(),
        null,
        open.openedAt(),
        null,
        closedAt,
        closedAt,
        revision,
        at);
  }

  /** A customer with one assigned TAM. */
  UUID customer(String region, String tam) {
    UUID id = UUID.randomUUID();
    kafka.publish(
        new CustomerEvent.Created(
            new CustomerState(
                id,
                "Acme",
                Tier.GOLD,
                "EMEA",
                null,
                List.of(),
                Map.of(region, tam),
                true,
                1,
                clock.instant())));
    await()
        .atMost(PATIENCE)
        .until(() -> sql("select 1 from customer where id = $1", id).size() > 0);
    return id;
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

  RowSet<Row> sql(String statement, Object... values) {
    return pool.preparedQuery(statement).execute(Tuple.from(values)).await().atMost(PATIENCE);
  }

  PublishedEvents kafka() {
    return kafka;
  }

  static OffsetDateTime column(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    clock.run();
    kafka.close();
  }
}
