package io.meridian.testkit.history;

import io.meridian.events.GapState;
import io.meridian.events.HandoffAttempt;
import io.meridian.events.HandoffState;
import io.meridian.events.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * I7: each gap tells who had been asked to end it when it began, or was asked first while it ran,
 * as the handoffs tell it. Computed from the log alone.
 */
final class AskedCheck {
  private final Map<UUID, List<HandoffState>> handoffs;
  private final Map<UUID, GapState> gaps;

  AskedCheck(HistoryChecks checks) {
    this.handoffs =
        checks.latestHandoffs().values().stream()
            .collect(Collectors.groupingBy(HandoffState::escalationId));
    this.gaps = checks.latestGaps();
  }

  List<String> violations() {
    List<String> violations = new ArrayList<>();
    for (GapState gap : gaps.values()) {
      Optional<HandoffAttempt> first =
          attempts(gap, true).min(Comparator.comparing(HandoffAttempt::offeredAt));
      boolean right =
          gap.asked() == null
              ? first.isEmpty()
              : first.map(attempt -> isOf(attempt, gap)).orElse(false)
                  || attempts(gap, false).anyMatch(attempt -> isOf(attempt, gap));
      if (!right) {
        violations.add("%s, asked first by the handoffs: %s".formatted(gap, first));
      }
    }
    return violations;
  }

  /**
   * Who was being asked while the gap ran: by the handoffs of its shift change; or by those of
   * others, when the calendar was edited meanwhile.
   */
  private Stream<HandoffAttempt> attempts(GapState gap, boolean same) {
    return handoffs.getOrDefault(gap.escalationId(), List.of()).stream()
        .filter(handoff -> same == handoff.shiftChangeId().equals(gap.shiftChangeId()))
        .flatMap(handoff -> handoff.attempts().stream())
        .filter(attempt -> ran(attempt, gap));
  }

  private static boolean ran(HandoffAttempt attempt, GapState gap) {
    Instant answered = attempt.answeredAt();
    Instant end = gap.end();
    return (answered == null || !answered.isBefore(gap.start()))
        && (end == null || attempt.offeredAt().isBefore(end));
  }

  private static boolean isOf(HandoffAttempt attempt, GapState gap) {
    Person asked = gap.asked();
    return asked != null
        && attempt.tam().id().equals(asked.id())
        && attempt.offeredAt().equals(gap.askedSince());
  }
}
