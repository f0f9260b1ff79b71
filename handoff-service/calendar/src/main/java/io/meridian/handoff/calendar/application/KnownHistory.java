package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.calendar.store.RosterPart;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shifts that have begun, of the weeks asked about last: read anew only when one of them has
 * changed, which the database tells by the edition of its history.
 */
final class KnownHistory {
  private final ShiftStore store;
  private volatile @Nullable KnownWeeks<UUID> latest;

  KnownHistory(ShiftStore store) {
    this.store = store;
  }

  /** What is known about {@code [from, to)}; null without a calendar. */
  Uni<@Nullable RosterPart> part(UnitOfWork unit, Instant from, Instant to) {
    if (KnownWeeks.isLong(from, to)) {
      return store.part(unit, from, to);
    }
    KnownWeeks<UUID> known = latest;
    if (known == null || !known.covers(from, to)) {
      return read(unit, from, to);
    }
    return store
        .history(unit)
        .chain(
            history ->
                history != null && history.edition().equals(known.basis())
                    ? Uni.createFrom().item(new RosterPart(history, known.between(from, to)))
                    : read(unit, from, to));
  }

  private Uni<@Nullable RosterPart> read(UnitOfWork unit, Instant from, Instant to) {
    Interval weeks = KnownWeeks.around(latest, from, to);
    return store
        .part(unit, weeks.start(), weeks.end())
        .map(
            part -> {
              if (part == null) {
                return null;
              }
              UUID edition = part.history().edition();
              var read = new KnownWeeks<>(edition, weeks, List.copyOf(part.shifts()));
              latest = read;
              return new RosterPart(part.history(), read.between(from, to));
            });
  }
}
