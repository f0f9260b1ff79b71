package io.meridian.handoff.application.calendar;

import io.meridian.handoff.domain.calendar.Shift;
import io.meridian.handoff.store.calendar.RosterPart;
import io.meridian.handoff.store.calendar.ShiftStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shifts that have begun, of the weeks asked about last: read anew only when one of them has
 * changed, which the database tells by the edition of its history.
 */
final class KnownHistory {
  /** Longer windows are rare, and read each time. */
  private static final Duration WINDOW_MAX = Duration.ofDays(62);

  /** How far time goes on until the weeks are read anew. */
  private static final Duration MARGIN = Duration.ofDays(7);

  private record Window(UUID edition, Instant from, Instant to, List<Shift> shifts) {

    boolean covers(Instant begin, Instant end) {
      return !begin.isBefore(from) && !end.isAfter(to);
    }

    List<Shift> between(Instant begin, Instant end) {
      return shifts.stream().filter(shift -> shift.intersects(begin, end)).toList();
    }
  }

  private final ShiftStore store;
  private volatile @Nullable Window latest;

  KnownHistory(ShiftStore store) {
    this.store = store;
  }

  /** What is known about {@code [from, to)}; null without a calendar. */
  Uni<@Nullable RosterPart> part(SqlConnection connection, Instant from, Instant to) {
    if (isLong(from, to)) {
      return store.part(connection, from, to);
    }
    Window known = latest;
    if (known == null || !known.covers(from, to)) {
      return read(connection, from, to);
    }
    return store
        .history(connection)
        .chain(
            history ->
                history != null && history.edition().equals(known.edition())
                    ? Uni.createFrom().item(new RosterPart(history, known.between(from, to)))
                    : read(connection, from, to));
  }

  /** Reads what is asked and some more, and what was known before if that is near. */
  private Uni<@Nullable RosterPart> read(SqlConnection connection, Instant from, Instant to) {
    Instant begin = from.minus(MARGIN);
    Instant end = to.plus(MARGIN);
    Window known = latest;
    if (known != null) {
      Instant earlier = known.from().isBefore(begin) ? known.from() : begin;
      Instant later = known.to().isAfter(end) ? known.to() : end;
      if (!isLong(earlier, later)) {
        return read(connection, from, to, earlier, later);
      }
    }
    return read(connection, from, to, begin, end);
  }

  private Uni<@Nullable RosterPart> read(
      SqlConnection connection, Instant from, Instant to, Instant begin, Instant end) {
    return store
        .part(connection, begin, end)
        .map(
            part -> {
              if (part == null) {
                return null;
              }
              List<Shift> shifts = List.copyOf(part.shifts());
              Window read = new Window(part.history().edition(), begin, end, shifts);
              latest = read;
              return new RosterPart(part.history(), read.between(from, to));
            });
  }

  private static boolean isLong(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(WINDOW_MAX) > 0;
  }
}
