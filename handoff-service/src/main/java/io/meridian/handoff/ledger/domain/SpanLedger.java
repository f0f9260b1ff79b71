package io.meridian.handoff.ledger.domain;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.Person;
import io.meridian.handoff.duty.domain.Instants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one span of an escalation (from an opening to its close) while it is changed: who
 * is accountable from some instant on, their holds, whether it travels, and the gaps and rests as
 * stored. What each move makes void or new is remembered, and told as events. Not for use by
 * several threads.
 */
public final class SpanLedger {
  private final Escalation escalation;
  private final List<Accountability> before;
  private final List<Accountability> intervals;
  private final Holds holds;
  private final Parts stored;
  private final List<Regime> regimes;
  private final List<Regime> served = new ArrayList<>();
  private final List<Telling> tellings = new ArrayList<>();
  private long revision;
  private @Nullable Instant closedAt;

  /** An event but for the people's names. */
  private interface Telling {
    AccountabilityEvent by(Function<String, Person> people);
  }

  /**
   * @param intervals of the span, by start, without a hole up to the last one; those that ended
   *     before whatever is to change may be left out
   * @param stored what else is stored: holds and regimes of the span, gaps and rests from the first
   *     interval's start on
   */
  public SpanLedger(Escalation escalation, List<Accountability> intervals, Parts stored) {
    this.escalation = escalation;
    this.before = List.copyOf(intervals);
    this.intervals = new ArrayList<>(intervals);
    this.holds = new Holds(stored.holds());
    this.stored = stored;
    this.regimes = new ArrayList<>(stored.regimes());
    this.revision = escalation.ledgerRevision();
  }

  /** The ledger of a span that begins now: nobody is accountable yet. */
  public static SpanLedger empty(Escalation escalation) {
    return new SpanLedger(escalation, List.of(), Parts.NONE);
  }

  public Escalation escalation() {
    return escalation;
  }

  /** Everybody who is accountable in the intervals known here. */
  public Set<String> holders() {
    return intervals.stream().map(Accountability::tam).collect(Collectors.toSet());
  }

  /** The first interval of a span, and whether it travels from there on. */
  public void assign(Accountability first, Regime regime) {
    intervals.add(first);
    note(regime);
    LedgerSnapshot state = state(first, null, null, first.start());
    tellings.add(people -> new AccountabilityEvent.Assigned(state.by(people)));
  }

  /**
   * Accountability passes at {@code next.start()}; what the ledger said from then on is void.
   *
   * @param holdUntil end of the hold that comes with it, or null
   * @param decidedAt when that was decided, at or before it begins
   */
  public void transfer(Accountability next, @Nullable Instant holdUntil, Instant decidedAt) {
    Accountability from = accountableAt(next.start()).orElseGet(intervals::getFirst);
    cut(next.start());
    intervals.add(next);
    if (holdUntil != null && holdUntil.isAfter(next.start())) {
      holds.declare(new Hold(next.tam(), next.start(), holdUntil));
    }
    LedgerSnapshot state = state(next, null, holdUntil, decidedAt);
    tellings.add(
        people -> new AccountabilityEvent.Transferred(people.apply(from.tam()), state.by(people)));
  }

  /**
   * Who is accountable at {@code from} counts as attending until {@code until}; false when they did
   * already.
   */
  public boolean hold(Instant from, Instant until) {
    Accountability holder = accountableAt(from).orElseThrow();
    if (!holds.declare(new Hold(holder.tam(), from, until))) {
      return false;
    }
    LedgerSnapshot state = state(holder, null, until, from);
    tellings.add(people -> new AccountabilityEvent.Held(state.by(people)));
    return true;
  }

  /**
   * It travels, lives at home or rests otherwise than before; false when that is not so. What is
   * older than the newest regime begins with that.
   */
  public boolean serve(Regime next) {
    Instant since =
        regimes.isEmpty()
            ? Instants.later(next.since(), escalation.openedAt())
            : Instants.later(next.since(), regimes.getLast().since());
    if (intervals.isEmpty() || regime().saysTheSameAs(next) && !regimes.isEmpty()) {
      return false;
    }
    note(new Regime(since, next.hours(), next.home(), next.resolved()));
    Accountability holder = accountableAt(since).orElseGet(intervals::getFirst);
    LedgerSnapshot state = state(holder, null, null, since);
    tellings.add(people -> new AccountabilityEvent.RegimeChanged(state.by(people)));
    return true;
  }

  private void note(Regime regime) {
    regimes.removeIf(known -> known.since().equals(regime.since()));
    served.removeIf(known -> known.since().equals(regime.since()));
    regimes.add(regime);
    served.add(regime);
  }

  /** The newest regime. */
  public Regime regime() {
    return regimes.isEmpty() ? Regime.UNSAID : regimes.getLast();
  }

  /** Every regime known here, by start. */
  public List<Regime> regimes() {
    return List.copyOf(regimes);
  }

  /** Every interval known here, by start. */
  public List<Accountability> intervals() {
    return List.copyOf(intervals);
  }

  /** Regimes that the stored ledger does not have. */
  public List<Regime> served() {
    return List.copyOf(served);
  }

  /** The span ends; what the ledger said from then on is void. */
  public void close(Instant at) {
    if (intervals.isEmpty()) {
      return;
    }
    Accountability last = accountableAt(at).orElseGet(intervals::getLast);
    cut(at);
    closedAt = at;
    holds.endAt(at);
    Accountability ended = intervals.isEmpty() ? last : intervals.getLast();
    LedgerSnapshot state = state(ended, at, null, at);
    tellings.add(people -> new AccountabilityEvent.Ended(state.by(people)));
  }

  /** Who is accountable at the instant. */
  public Optional<Accountability> accountableAt(Instant at) {
    return intervals.stream().filter(i -> i.covers(at)).findFirst();
  }

  /** The newest interval; empty when nobody was ever accountable. */
  public Optional<Accountability> newest() {
    return intervals.isEmpty() ? Optional.empty() : Optional.of(intervals.getLast());
  }

  /** What has to change in the stored gaps and rests, as of an instant. */
  public LedgerChanges settle(Attendance attendance, Instant asOf) {
    Instant until = stored.known(asOf).plusMillis(1);
    List<Stretch> stretches = attendance.of(intervals, holds.all(), regimes, until);
    return new LedgerChanges(
        LedgerChange.between(
            stored.gaps().stream().map(LedgerGap::gap).toList(),
            Gap.in(stretches, until),
            Gap::start),
        LedgerChange.between(
            stored.rests().stream().map(LedgerRest::rest).toList(),
            Rest.in(stretches, until),
            Rest::start));
  }

  /** What the ledger says of an instant, which somebody is accountable at. */
  public Stretch stretchAt(Attendance attendance, Instant at) {
    return attendance.of(intervals, holds.all(), regimes, at.plusMillis(1)).getLast();
  }

  /**
   * The newest rest as of an instant, in the intervals known here; its end is null while it lasts.
   */
  public Optional<Rest> lastRest(Attendance attendance, Instant asOf) {
    Instant until = asOf.plusMillis(1);
    List<Rest> rests = Rest.in(attendance.of(intervals, holds.all(), regimes, until), until);
    return rests.isEmpty() ? Optional.empty() : Optional.of(rests.getLast());
  }

  /** The instant from which the roster must be known. */
  public Instant since() {
    return intervals.isEmpty() ? escalation.openedAt() : intervals.getFirst().start();
  }

  /** Intervals that are in the stored ledger and no longer true, other than by their end. */
  public List<Accountability> removed() {
    return before.stream().filter(b -> intervals.stream().noneMatch(i -> sameBut(i, b))).toList();
  }

  /** Intervals that end otherwise than in the stored ledger. */
  public List<Accountability> cut() {
    return intervals.stream()
        .filter(i -> before.stream().anyMatch(b -> sameBut(i, b) && !b.equals(i)))
        .toList();
  }

  /** Intervals that the stored ledger does not have. */
  public List<Accountability> added() {
    return intervals.stream().filter(i -> before.stream().noneMatch(b -> sameBut(i, b))).toList();
  }

  /** Holds that the stored ledger does not have. */
  public List<Hold> declared() {
    return holds.declared();
  }

  /** When the span was closed by this change: holds end then too; empty when it was not. */
  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  /** Who carried it before, by the newest interval; empty when nobody did. */
  public Optional<String> carriedBefore() {
    return carrier(before);
  }

  /** Who carries it now, by the newest interval; empty when closed. */
  public Optional<String> carriedNow() {
    return carrier(intervals);
  }

  /**
   * What happened, in order.
   *
   * @param people the name that goes with a TAM id
   */
  public List<AccountabilityEvent> events(Function<String, Person> people) {
    return tellings.stream().map(telling -> telling.by(people)).toList();
  }

  /** Counts the accountability events of the escalation, those of this change included. */
  public long revision() {
    return revision;
  }

  private static Optional<String> carrier(List<Accountability> intervals) {
    return intervals.isEmpty() || intervals.getLast().end() != null
        ? Optional.empty()
        : Optional.of(intervals.getLast().tam());
  }

  private void cut(Instant at) {
    intervals.removeIf(i -> !i.start().isBefore(at));
    if (!intervals.isEmpty() && intervals.getLast().covers(at)) {
      intervals.set(intervals.size() - 1, intervals.getLast().until(at));
    }
  }

  private LedgerSnapshot state(
      Accountability interval,
      @Nullable Instant end,
      @Nullable Instant holdUntil,
      Instant changedAt) {
    return new LedgerSnapshot(
        escalation, interval, end, holdUntil, regime(), ++revision, changedAt);
  }

  private static boolean sameBut(Accountability a, Accountability b) {
    return a.until(Instant.MAX).equals(b.until(Instant.MAX));
  }
}
