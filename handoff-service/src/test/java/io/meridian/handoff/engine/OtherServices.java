package io.meridian.handoff.engine;

import static io.meridian.testkit.Patience.await;

import io.meridian.events.CustomerEvent;
import io.meridian.events.CustomerState;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.EscalationStatus;
import io.meridian.events.NoteDetails;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.events.Tier;
import io.meridian.handoff.Tables;
import io.meridian.testkit.MovableClock;
import io.meridian.testkit.PublishedEvents;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What customer-service and escalation-service publish on a Monday, 2026-03-09, and what became of
 * it here.
 */
class OtherServices extends People {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final AtomicInteger NUMBER = new AtomicInteger(1000);

  final MovableClock clock;
  final Pool pool;
  final PublishedEvents kafka = PublishedEvents.fromNow();
  private final Map<UUID, EscalationState> escalations = new HashMap<>();

  OtherServices(MovableClock clock, Pool pool) {
    this.clock = clock;
    this.pool = pool;
  }

  /** "15:00" on the Monday, "+07:00" on the Tuesday. */
  static Instant at(String time) {
    return time.startsWith("+")
        ? Instant.parse("2026-03-10T" + time.substring(1) + ":00Z")
        : Instant.parse("2026-03-09T" + time + ":00Z");
  }

  UUID open(Severity severity, String time) {
    return open(severity, at(time), null);
  }

  /**
   * Another service opens an escalation that follows the sun, as all here do; waits until somebody
   * is accountable here.
   */
  UUID open(Severity severity, Instant at, @Nullable UUID customer) {
    UUID id = tellOpened(severity, at, customer);
    await()
        .atMost(PATIENCE)
        .until(() -> sql("select 1 from accountability where escalation_id = $1", id).size() > 0);
    return id;
  }

  /** The same of one that lives in a region. */
  UUID openAtHome(String home, Severity severity, String time) {
    UUID id = tellOpened(severity, at(time), null, ServiceHours.HOME_REGION, home);
    await()
        .atMost(PATIENCE)
        .until(() -> sql("select 1 from accountability where escalation_id = $1", id).size() > 0);
    return id;
  }

  UUID tellOpened(Severity severity, Instant at, @Nullable UUID customer) {
    return tellOpened(severity, at, customer, ServiceHours.FOLLOW_THE_SUN, null);
  }

  private UUID tellOpened(
      Severity severity,
      Instant at,
      @Nullable UUID customer,
      ServiceHours hours,
      @Nullable String home) {
    UUID id = UUID.randomUUID();
    EscalationState state =
        new EscalationState(
            id,
            "ESC-" + NUMBER.incrementAndGet(),
            "Checkout down",
            null,
            severity,
            EscalationStatus.OPEN,
            customer,
            List.of(),
            null,
            hours,
            home,
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

  /** Another service says that it is served otherwise, or rests; waits until that is known here. */
  void serve(UUID id, ServiceHours hours, EscalationStatus status, long revision) {
    EscalationState before = escalations.get(id);
    EscalationState after =
        new EscalationState(
            id,
            before.shortId(),
            before.title(),
            null,
            before.severity(),
            status,
            before.customerId(),
            before.tags(),
            null,
            hours,
            before.homeRegion(),
            before.openedAt(),
            null,
            status == EscalationStatus.RESOLVED ? clock.instant() : null,
            null,
            revision,
            clock.instant());
    escalations.put(id, after);
    kafka.publish(new EscalationEvent.Updated("emma", List.of("serviceHours"), after));
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
        null,
        severity,
        status,
        open.customerId(),
        open.tags(),
        null,
        open.serviceHours(),
        open.homeRegion(),
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

  RowSet<Row> sql(String statement, Object... values) {
    return Tables.run(pool, statement, values);
  }

  PublishedEvents kafka() {
    return kafka;
  }

  static OffsetDateTime column(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
