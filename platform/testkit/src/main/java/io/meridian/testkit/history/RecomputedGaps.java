package io.meridian.testkit.history;

import io.meridian.events.GapCause;
import io.meridian.events.RestCause;
import io.meridian.events.ShiftEvent;
import io.meridian.events.ShiftState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The gap ledger derived a second time, instant by instant: time is cut wherever anything changes,
 * and each piece is asked the questions of domain.md section 5. Slow and plain on purpose; shares
 * no code with handoff-service.
 */
public final class RecomputedGaps {

  private final List<ShiftState> shifts;
  private final ToldStays stays;

  /** By the newest state of each shift of the log. */
  public RecomputedGaps(EventLog log) {
    Map<UUID, ShiftState> latest = new TreeMap<>();
    for (ShiftEvent event : log.events(ShiftEvent.class)) {
      latest.merge(
          event.shift().id(), event.shift(), (a, b) -> b.revision() > a.revision() ? b : a);
    }
    this.shifts = latest.values().stream().filter(s -> s.start().isBefore(s.end())).toList();
    this.stays = ToldStays.of(log);
  }

  /** By these shifts, when nothing stays at home. */
  public RecomputedGaps(Collection<ShiftState> shifts) {
    this.shifts = List.copyOf(shifts);
    this.stays = new ToldStays();
  }

  /**
   * The unattended stretches of one escalation with their cause, neighbours with one cause merged.
   */
  public List<Span<GapCause>> of(RecomputedLedger ledger) {
    return stretches(ledger, at -> restAt(ledger, at) == null ? causeAt(ledger, at) : null);
  }

  /** The stretches of one escalation that rest, neighbours with one cause merged. */
  public List<Span<RestCause>> rests(RecomputedLedger ledger) {
    return stretches(ledger, at -> restAt(ledger, at));
  }

  private <T> List<Span<T>> stretches(
      RecomputedLedger ledger, Function<Instant, @Nullable T> what) {
    List<Span<T>> found = new ArrayList<>();
    for (Span<String> open : ledger.open()) {
      TreeSet<Instant> cuts = cuts(ledger, open);
      for (Instant start = cuts.first(); start.isBefore(open.end()); ) {
        Instant end = cuts.higher(start);
        T value = what.apply(start);
        if (value != null) {
          append(found, new Span<>(start, end, value));
        }
        start = end;
      }
    }
    return found;
  }

  /** Why nobody is expected to act at an instant, or null when somebody is. */
  private @Nullable RestCause restAt(RecomputedLedger ledger, Instant at) {
    ToldRegime regime = ledger.regimeAt(at);
    if (regime.resolved()) {
      return RestCause.RESOLVED;
    }
    String home = regime.livesIn();
    String tam = accountableAt(ledger, at);
    if (home == null || causeAt(ledger, at) == null) {
      return null;
    }
    boolean othersAreThere =
        shifts.stream()
            .anyMatch(
                s ->
                    covers(s, at)
                        && s.region().equals(home)
                        && (s.primary() != null || s.secondary() != null));
    return stays.keeps(tam, home, at) || !othersAreThere ? RestCause.HOME_HOURS : null;
  }

  private static String accountableAt(RecomputedLedger ledger, Instant at) {
    return ledger.accountable().stream()
        .filter(s -> s.covers(at))
        .map(Span::value)
        .findFirst()
        .orElse("nobody");
  }

  /** Whether the TAM is on duty at the instant. */
  boolean onDuty(String tam, Instant at) {
    return shifts.stream().anyMatch(s -> covers(s, at) && holds(s, tam));
  }

  private TreeSet<Instant> cuts(RecomputedLedger ledger, Span<String> open) {
    TreeSet<Instant> cuts = new TreeSet<>();
    Stream.of(
            shifts.stream().flatMap(s -> Stream.of(s.start(), s.end())),
            ledger.accountable().stream().flatMap(s -> Stream.of(s.start(), s.end())),
            ledger.holds().stream().flatMap(s -> Stream.of(s.start(), s.end())),
            ledger.regimes().stream().map(Span::start),
            ledger.accountable().stream().flatMap(s -> stays.edges(s.value()).stream()))
        .flatMap(s -> s)
        .filter(at -> at.isAfter(open.start()) && at.isBefore(open.end()))
        .forEach(cuts::add);
    cuts.add(open.start());
    cuts.add(open.end());
    return cuts;
  }

  /** Why the escalation is unattended at an instant, resting or not; null when it is attended. */
  private @Nullable GapCause causeAt(RecomputedLedger ledger, Instant at) {
    String tam = accountableAt(ledger, at);
    boolean held = ledger.holds().stream().anyMatch(h -> h.covers(at) && h.value().equals(tam));
    if (held || shifts.stream().anyMatch(s -> covers(s, at) && holds(s, tam))) {
      return null;
    }
    boolean anybody =
        shifts.stream()
            .anyMatch(
                s ->
                    covers(s, at) && s.primary() != null || covers(s, at) && s.secondary() != null);
    if (!anybody) {
      return shifts.stream().anyMatch(s -> covers(s, at))
          ? GapCause.EMPTY_SHIFT
          : GapCause.COVERAGE_HOLE;
    }
    return leftInMidShift(tam, at) ? GapCause.OFF_ROSTER : GapCause.UNACCEPTED_HANDOFF;
  }

  private boolean leftInMidShift(String tam, Instant at) {
    return shifts.stream()
        .filter(s -> holds(s, tam) && !s.end().isAfter(at))
        .max((a, b) -> a.end().compareTo(b.end()))
        .map(s -> s.end().isBefore(s.slotEnd()))
        .orElse(false);
  }

  private static boolean covers(ShiftState shift, Instant at) {
    return !at.isBefore(shift.start()) && at.isBefore(shift.end());
  }

  private static boolean holds(ShiftState shift, String tam) {
    return shift.primary() != null && shift.primary().id().equals(tam)
        || shift.secondary() != null && shift.secondary().id().equals(tam);
  }

  /** Adds a stretch, merging it with the one before when they touch and have one cause. */
  public static <T> void append(List<Span<T>> gaps, Span<T> next) {
    Span<T> last = gaps.isEmpty() ? null : gaps.getLast();
    if (last != null && last.end().equals(next.start()) && last.value().equals(next.value())) {
      gaps.set(gaps.size() - 1, new Span<>(last.start(), next.end(), next.value()));
    } else {
      gaps.add(next);
    }
  }
}
