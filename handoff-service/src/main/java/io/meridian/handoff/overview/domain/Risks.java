package io.meridian.handoff.overview.domain;

import io.meridian.events.HandoffState;
import io.meridian.events.Person;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.calendar.domain.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Collects what is about to go wrong, and tells the soonest of it. */
public final class Risks {
  /** An offer is at risk from this long before its deadline on. */
  static final Duration DEADLINE_NEAR = Duration.ofMinutes(5);

  private final Instant now;
  private final List<Risk> risks = new ArrayList<>();

  public Risks(Instant now) {
    this.now = now;
  }

  /** A handoff that should be accepted by now, or in a few minutes. */
  public Risks unaccepted(HandoffState handoff) {
    if (!handoff.status().isFinished() && !handoff.acceptBy().isAfter(now.plus(DEADLINE_NEAR))) {
      Person asked = handoff.to();
      String detail =
          asked == null
              ? "%s: nobody is asked to take it over".formatted(handoff.escalation())
              : "%s: %s has not accepted it".formatted(handoff.escalation(), asked.name());
      add(
          Risk.Kind.UNACCEPTED,
          handoff.acceptBy(),
          null,
          detail,
          asked == null ? null : asked.id(),
          handoff);
    }
    return this;
  }

  /** The shift that takes over has no primary. */
  public Risks emptyShift(Shift incoming) {
    if (!incoming.isHeld()) {
      String detail = "Nobody holds the shift of %s that takes over".formatted(incoming.region());
      add(Risk.Kind.EMPTY_SHIFT, incoming.start(), incoming.end(), detail, null, null);
    }
    return this;
  }

  /** No message reaches somebody whose shift it is. */
  public Risks unreachable(Person tam, Shift shift) {
    Instant at = shift.start().isBefore(now) ? now : shift.start();
    String detail = "No message reaches %s".formatted(tam.name());
    add(Risk.Kind.UNREACHABLE, at, shift.end(), detail, tam.id(), null);
    return this;
  }

  /** The holes that nobody has agreed to, of a length that counts. */
  public Risks holes(Collection<CoverageGap> gaps, Duration tolerance) {
    gaps.stream()
        .filter(gap -> !gap.isAgreed() && gap.isAtLeast(tolerance) && gap.end().isAfter(now))
        .forEach(
            gap ->
                add(
                    Risk.Kind.COVERAGE_HOLE,
                    gap.start(),
                    gap.end(),
                    "No primary is on duty anywhere: "
                        + gap.cause().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    null,
                    null));
    return this;
  }

  /** So many at most, the soonest first. */
  public List<Risk> soonest(int limit) {
    return risks.stream().sorted(Comparator.comparing(Risk::at)).limit(limit).toList();
  }

  private void add(
      Risk.Kind kind,
      Instant at,
      @Nullable Instant until,
      String detail,
      @Nullable String tam,
      @Nullable HandoffState handoff) {
    risks.add(new Risk(kind, at, until, detail, tam, handoff == null ? null : handoff.id()));
  }
}
