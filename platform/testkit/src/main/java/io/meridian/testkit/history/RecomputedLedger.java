package io.meridian.testkit.history;

import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One escalation's story as the log tells it: when it was open, who was accountable, which holds
 * they declared.
 *
 * @param open spans from opening to closing
 * @param accountable TAM ids over time, newest decision wins from its start on
 * @param regimes whether it travelled, lived somewhere or was resolved, from when it was told
 * @param holds TAM ids that counted as attending although off duty
 */
public record RecomputedLedger(
    UUID escalationId,
    List<Span<String>> open,
    List<Span<String>> accountable,
    List<Span<String>> holds,
    List<Span<ToldRegime>> regimes) {

  /** Whether it travelled, lived somewhere or was resolved at the instant. */
  public ToldRegime regimeAt(Instant at) {
    return regimes.stream()
        .filter(span -> span.covers(at))
        .map(Span::value)
        .findFirst()
        .orElse(ToldRegime.TRAVELS);
  }

  /** Every escalation of the log; one that is still open ends at {@code until}. */
  public static Map<UUID, RecomputedLedger> of(EventLog log, Instant until) {
    Map<UUID, List<EscalationEvent>> lives =
        log.events(EscalationEvent.class).stream()
            .collect(
                Collectors.groupingBy(e -> e.escalation().id(), TreeMap::new, Collectors.toList()));
    Map<UUID, List<AccountabilityEvent>> moves =
        log.events(AccountabilityEvent.class).stream()
            .collect(Collectors.groupingBy(e -> e.accountability().escalationId()));
    Map<UUID, RecomputedLedger> ledgers = new TreeMap<>();
    lives.forEach(
        (id, life) -> ledgers.put(id, of(id, life, moves.getOrDefault(id, List.of()), until)));
    return ledgers;
  }

  private static RecomputedLedger of(
      UUID id, List<EscalationEvent> life, List<AccountabilityEvent> moves, Instant until) {
    List<AccountabilityEvent> inOrder =
        moves.stream().sorted(Comparator.comparingLong(AccountabilityEvent::sequence)).toList();
    return new RecomputedLedger(
        id, openSpans(life, until), accountable(inOrder, until), holds(inOrder), regimes(inOrder));
  }

  private static List<Span<String>> openSpans(List<EscalationEvent> life, Instant until) {
    List<Span<String>> spans = new ArrayList<>();
    Instant opened = null;
    var inOrder =
        life.stream().sorted(Comparator.comparingLong(EscalationEvent::sequence)).toList();
    for (EscalationEvent event : inOrder) {
      boolean isOpen = event.escalation().status() != EscalationStatus.CLOSED;
      if (isOpen && opened == null) {
        opened = event.escalation().openedAt();
      } else if (!isOpen && opened != null) {
        spans.add(
            new Span<>(opened, Objects.requireNonNull(event.escalation().closedAt()), "open"));
        opened = null;
      }
    }
    if (opened != null) {
      spans.add(new Span<>(opened, until, "open"));
    }
    return spans;
  }

  private static List<Span<String>> accountable(List<AccountabilityEvent> moves, Instant until) {
    List<Span<String>> spans = new ArrayList<>();
    for (AccountabilityEvent move : moves) {
      AccountabilityState state = move.accountability();
      switch (move) {
        case AccountabilityEvent.Assigned ignored -> begin(spans, state, until);
        case AccountabilityEvent.Transferred ignored -> begin(spans, state, until);
        case AccountabilityEvent.RegimeChanged ignored -> {}
        case AccountabilityEvent.Ended ignored -> cut(spans, Objects.requireNonNull(state.end()));
        case AccountabilityEvent.Held ignored -> {}
      }
    }
    return spans;
  }

  private static List<Span<ToldRegime>> regimes(List<AccountabilityEvent> moves) {
    List<Span<ToldRegime>> regimes = new ArrayList<>();
    for (AccountabilityEvent move : moves) {
      AccountabilityState state = move.accountability();
      boolean opens = move instanceof AccountabilityEvent.Assigned;
      boolean says = opens || move instanceof AccountabilityEvent.RegimeChanged;
      if (says && state.serviceHours() != null) {
        Instant since = opens ? state.start() : state.changedAt();
        cut(regimes, since);
        regimes.add(new Span<>(since, Instant.MAX, ToldRegime.of(state)));
      }
    }
    return regimes;
  }

  private static void begin(List<Span<String>> spans, AccountabilityState state, Instant until) {
    cut(spans, state.start());
    if (state.start().isBefore(until)) {
      spans.add(new Span<>(state.start(), until, state.tam().id()));
    }
  }

  private static <T> void cut(List<Span<T>> spans, Instant at) {
    spans.removeIf(s -> !s.start().isBefore(at));
    spans.replaceAll(s -> s.end().isAfter(at) ? new Span<>(s.start(), at, s.value()) : s);
  }

  private static List<Span<String>> holds(List<AccountabilityEvent> moves) {
    List<Span<String>> holds = new ArrayList<>();
    for (AccountabilityEvent move : moves) {
      AccountabilityState state = move.accountability();
      if (move instanceof AccountabilityEvent.Ended) {
        cut(holds, Objects.requireNonNull(state.end()));
      }
      if (state.holdUntil() != null) {
        Instant from = move instanceof AccountabilityEvent.Held ? state.changedAt() : state.start();
        holds.add(new Span<>(from, state.holdUntil(), state.tam().id()));
      }
    }
    return holds;
  }
}
