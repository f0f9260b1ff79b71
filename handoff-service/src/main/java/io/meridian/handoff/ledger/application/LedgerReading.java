package io.meridian.handoff.ledger.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.duty.domain.Instants;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Attendance;
import io.meridian.handoff.ledger.domain.Escalation;
import io.meridian.handoff.ledger.domain.HeldEscalation;
import io.meridian.handoff.ledger.domain.Rest;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.handoff.ledger.domain.SpanRows;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.EscalationStore;
import io.meridian.handoff.ledger.store.LedgerRowsStore;
import io.meridian.handoff.ledger.store.SpanRequest;
import io.meridian.handoff.ledger.store.SpanStore;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions to the ledgers. */
@ApplicationScoped
public class LedgerReading {
  /** How far back it is asked when something rested last. */
  private static final Duration RECENT = Duration.ofDays(7);

  private final Transactions transactions;
  private final EscalationStore escalations;
  private final LedgerRowsStore ledgers;
  private final SpanStore spans;
  private final CurrentCalendar calendars;
  private final DecisionBases bases;
  private final Clock clock;

  LedgerReading(
      Transactions transactions,
      EscalationStore escalations,
      LedgerRowsStore ledgers,
      SpanStore spans,
      CurrentCalendar calendars,
      DecisionBases bases,
      Clock clock) {
    this.transactions = transactions;
    this.escalations = escalations;
    this.ledgers = ledgers;
    this.spans = spans;
    this.calendars = calendars;
    this.bases = bases;
    this.clock = clock;
  }

  /**
   * The ledger of an escalation's present span.
   *
   * @param closed null while it is open
   * @param earlier the spans that ended before, the first one first
   * @param asOf when it was read; what goes on was so until then
   */
  public record SpanView(
      Escalation escalation,
      @Nullable Instant closed,
      SpanRows rows,
      List<OneSpan> earlier,
      InForce people,
      Instant asOf) {

    private SpanView with(List<Rest> rests) {
      SpanRows exact =
          new SpanRows(rows.intervals(), rows.holds(), rows.gaps(), rests, rows.regimes());
      return new SpanView(escalation, closed, exact, earlier, people, asOf);
    }

    /** The present span, or the last one. */
    public OneSpan present() {
      return new OneSpan(escalation.openedAt(), closed, rows);
    }
  }

  /** One opening of an escalation; {@code closed} is null while it is open. */
  public record OneSpan(Instant opened, @Nullable Instant closed, SpanRows rows) {}

  /** A page of what somebody is accountable for, and the names that go with it. */
  public record HeldPage(Page<HeldEscalation> page, InForce people) {}

  /** By id or short id; a 404 problem when the ledger does not know it. */
  public Uni<SpanView> find(String idOrShortId) {
    return transactions.snapshot(unit -> readExactly(unit, idOrShortId));
  }

  /** The same as of this instant: rests are written down within the hour only. */
  Uni<SpanView> readExactly(UnitOfWork unit, String idOrShortId) {
    return read(unit, idOrShortId).chain(view -> exactly(unit, view));
  }

  private Uni<SpanView> exactly(UnitOfWork unit, SpanView view) {
    List<Accountability> intervals = view.rows().intervals();
    if (view.closed() != null || intervals.isEmpty()) {
      return Uni.createFrom().item(view);
    }
    List<Accountability> last = List.of(intervals.getLast());
    Instant since = last.getFirst().start();
    Concerned concerned = new Concerned(new HashSet<>(), new HashSet<>());
    concerned.add(last, view.rows().regimes());
    return bases
        .around(unit, Instants.earlier(since, view.asOf()), view.asOf(), concerned)
        .map(basis -> view.with(rests(view, last, since, basis)));
  }

  /** Those written down before the last interval, and what follows for it. */
  private static List<Rest> rests(
      SpanView view, List<Accountability> last, Instant since, DecisionBasis basis) {
    SpanRows rows = view.rows();
    Instant until = view.asOf().plusMillis(1);
    return Stream.concat(
            rows.rests().stream().filter(rest -> rest.start().isBefore(since)),
            Rest.in(basis.attendance().of(last, rows.holds(), rows.regimes(), until), until)
                .stream())
        .toList();
  }

  /**
   * When each of these escalations rested last, as of now; those that are open and did within the
   * last week, or since they are with whoever has them. The end is null while it rests.
   */
  public Uni<Map<UUID, Rest>> lastRests(UnitOfWork unit, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    Instant now = clock.instant();
    return escalations
        .find(unit, ids)
        .chain(rows -> spans.load(unit, openSince(rows.values(), now)))
        .chain(
            found ->
                bases
                    .around(unit, Ledger.oldest(found, now), now, Concerned.of(found))
                    .map(basis -> lastRests(found, basis.attendance(), now)));
  }

  private static List<SpanRequest> openSince(Collection<EscalationRow> rows, Instant now) {
    return rows.stream()
        .filter(row -> row.closedAt() == null && !row.unassigned())
        .map(row -> new SpanRequest(row, now.minus(RECENT)))
        .toList();
  }

  private static Map<UUID, Rest> lastRests(
      List<SpanLedger> found, Attendance attendance, Instant now) {
    Map<UUID, Rest> last = new HashMap<>();
    for (SpanLedger ledger : found) {
      ledger.lastRest(attendance, now).ifPresent(rest -> last.put(ledger.escalation().id(), rest));
    }
    return last;
  }

  /** The same in a transaction that has just changed it. */
  Uni<SpanView> read(UnitOfWork unit, String idOrShortId) {
    return escalations
        .find(unit, idOrShortId)
        .map(found -> found.orElseThrow(() -> Problem.notFound("escalation", idOrShortId)))
        .chain(
            row ->
                ledgers
                    .of(unit, row.id(), row.openedAt(), row.closedAt())
                    .chain(rows -> earlier(unit, row).chain(past -> view(unit, row, rows, past))));
  }

  private Uni<List<OneSpan>> earlier(UnitOfWork unit, EscalationRow row) {
    return ledgers
        .earlier(unit, row.id(), row.openedAt())
        .chain(
            spans ->
                Multi.createFrom()
                    .iterable(spans)
                    .onItem()
                    .transformToUniAndConcatenate(
                        span ->
                            ledgers
                                .of(unit, row.id(), span.start(), span.end())
                                .map(rows -> new OneSpan(span.start(), span.end(), rows)))
                    .collect()
                    .asList());
  }

  private Uni<SpanView> view(
      UnitOfWork unit, EscalationRow row, SpanRows rows, List<OneSpan> earlier) {
    return calendars
        .in(unit)
        .map(
            people ->
                new SpanView(
                    row.toDomain(), row.closedAt(), rows, earlier, people, clock.instant()));
  }

  /** What a TAM is accountable for at this moment, by escalation id. */
  public Uni<HeldPage> heldBy(String tam, PageRequest page) {
    Instant now = clock.instant();
    Optional<UUID> after = page.after(key -> UUID.fromString(key.getFirst()));
    return transactions.read(
        unit ->
            ledgers
                .heldBy(unit, tam, now, after.orElse(new UUID(0, 0)), page.limit() + 1)
                .chain(rows -> calendars.in(unit).map(people -> page(rows, page, people))));
  }

  private static HeldPage page(List<HeldEscalation> rows, PageRequest page, InForce people) {
    return new HeldPage(Page.of(rows, page, row -> List.of(row.escalationId().toString())), people);
  }
}
