package io.meridian.local.house;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationState;
import io.meridian.events.HandoffEvent;
import io.meridian.events.HandoffState;
import io.meridian.events.RestCause;
import io.meridian.events.ServiceHours;
import io.meridian.testkit.history.EventLog;
import io.meridian.testkit.history.HistoryChecks;
import io.meridian.testkit.history.RecomputedGaps;
import io.meridian.testkit.history.RecomputedLedger;
import io.meridian.testkit.history.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What travelled and what lived at home, by the log, against what the services say of both. */
final class BothKinds {

  /** How the open time of some escalations was spent, in milliseconds. */
  record Spent(long open, long attended, long gap, long resting) {

    static Spent of(JsonNode group) {
      return new Spent(
          millis(group, "open"),
          millis(group, "attended"),
          millis(group, "gap"),
          millis(group, "resting"));
    }

    Spent plus(Spent other) {
      return new Spent(
          open + other.open, attended + other.attended, gap + other.gap, resting + other.resting);
    }

    private static long millis(JsonNode group, String field) {
      return Duration.parse(group.path(field).asText()).toMillis();
    }
  }

  private final HistoryChecks checks;
  private final Map<UUID, List<Span<RestCause>>> rests = new TreeMap<>();
  private final Map<UUID, EscalationState> last = new TreeMap<>();
  private final Set<UUID> offered;

  BothKinds(EventLog log, HistoryChecks checks) {
    this.checks = checks;
    RecomputedGaps recomputed = new RecomputedGaps(log);
    checks.ledgers().forEach((id, ledger) -> rests.put(id, recomputed.rests(ledger)));
    for (EscalationEvent event : log.events(EscalationEvent.class)) {
      EscalationState state = event.escalation();
      last.merge(state.id(), state, (a, b) -> b.revision() > a.revision() ? b : a);
    }
    this.offered =
        log.events(HandoffEvent.class).stream()
            .flatMap(event -> event.handoffs().stream())
            .map(HandoffState::escalationId)
            .collect(Collectors.toSet());
  }

  /** Recomputed rests of every escalation. */
  Map<UUID, List<Span<RestCause>>> rests() {
    return rests;
  }

  /** What never lived at home, though it may have been resolved. */
  Map<UUID, RecomputedLedger> travellers() {
    return only(ledger -> ledger.regimes().stream().allMatch(r -> r.value().livesIn() == null));
  }

  /**
   * What never travelled, and was never a lead's: those have no shift to be back on, so what opened
   * in a hole and is theirs goes to the next shift.
   */
  Map<UUID, RecomputedLedger> atHome() {
    return only(
        ledger ->
            ledger.regimes().stream().noneMatch(r -> r.value().travels())
                && ledger.accountable().stream().noneMatch(a -> RosterWorld.isLead(a.value())));
  }

  private Map<UUID, RecomputedLedger> only(Predicate<RecomputedLedger> which) {
    return checks.ledgers().entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What lived at home, and somebody was asked to take over, or was somebody else's later. */
  List<String> movedFromHome() {
    List<String> moved = new ArrayList<>();
    atHome()
        .forEach(
            (id, ledger) -> {
              boolean isOneTams =
                  ledger.accountable().stream().map(Span::value).distinct().count() == 1;
              if (offered.contains(id) || !isOneTams) {
                moved.add(id + " " + ledger.accountable());
              }
            });
    return moved;
  }

  /** The rests of what lived at home that ended while it was open, and was not resolved. */
  List<Rested> nights() {
    return atHome().entrySet().stream()
        .flatMap(entry -> nights(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Stream<Rested> nights(UUID id, RecomputedLedger ledger) {
    Instant closed = ledger.open().getLast().end();
    return rests.getOrDefault(id, List.of()).stream()
        .filter(rest -> rest.value() == RestCause.HOME_HOURS && rest.end().isBefore(closed))
        .filter(rest -> !ledger.regimeAt(rest.end()).resolved())
        .map(rest -> new Rested(id, rest.end()));
  }

  /** An escalation, and when it ceased to rest. */
  record Rested(UUID id, Instant until) {

    /** Whether it was attended from then on, by the answer about its accountability. */
    boolean isAttendedThen(JsonNode accountability) {
      for (JsonNode stretch : accountability.path("attended")) {
        if (ServedGaps.instant(stretch, "start").equals(until)) {
          return true;
        }
      }
      return false;
    }
  }

  /** How open time was spent by service hours, recomputed. */
  Map<ServiceHours, Spent> spent() {
    Map<ServiceHours, Spent> spent = new EnumMap<>(ServiceHours.class);
    checks
        .ledgers()
        .forEach((id, ledger) -> spent.merge(hours(id), spent(id, ledger), Spent::plus));
    return spent;
  }

  private ServiceHours hours(UUID id) {
    EscalationState state = last.get(id);
    if (state == null) {
      throw new IllegalStateException("nobody told of " + id);
    }
    return state.hours();
  }

  private Spent spent(UUID id, RecomputedLedger ledger) {
    long open = millis(ledger.open());
    long gap = millis(checks.gaps().getOrDefault(id, List.of()));
    long resting = millis(rests.getOrDefault(id, List.of()));
    return new Spent(open, open - gap - resting, gap, resting);
  }

  /** The same as metrics-service answers it. */
  static Map<ServiceHours, Spent> spentByMetrics(Api manager, Instant from, Instant to) {
    Api.Answer answer =
        manager.get("/gaps/attendance?groupBy=serviceHours&from=" + from + "&to=" + to);
    if (!answer.isOk()) {
      throw new IllegalStateException("GET /gaps/attendance answered " + answer);
    }
    Map<ServiceHours, Spent> spent = new EnumMap<>(ServiceHours.class);
    for (JsonNode group : answer.body().path("items")) {
      spent.put(ServiceHours.valueOf(group.path("key").asText()), Spent.of(group));
    }
    return spent;
  }

  /** The causes for which some rested at all. */
  Set<RestCause> causes() {
    Set<RestCause> causes = new HashSet<>();
    rests.values().forEach(spans -> spans.forEach(span -> causes.add(span.value())));
    return causes;
  }

  private static <T> long millis(List<Span<T>> spans) {
    return spans.stream().mapToLong(Span::millis).sum();
  }
}
