package io.meridian.handoff.simulation;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.calendar.store.CalendarVersion;
import io.meridian.handoff.calendar.store.History;
import io.meridian.handoff.calendar.store.HistoryMark;
import io.meridian.handoff.calendar.store.RosterPart;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.seal.SecretSeal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The stores of the calendar and of the shifts that have begun. */
final class CalendarTables {
  private CalendarTables() {}

  static <T> Uni<T> item(T item) {
    return Uni.createFrom().item(item);
  }

  static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }

  /** Versions; nobody needs to wait for a lock where nothing runs beside anything. */
  @Vetoed
  static final class Calendars extends CalendarStore {
    private final Tables tables;

    Calendars(Tables tables) {
      super(new SecretSeal(List.of(), false));
      this.tables = tables;
    }

    @Override
    public Uni<Void> hold(UnitOfWork unit) {
      return done();
    }

    @Override
    public Uni<Void> holdAlone(UnitOfWork unit) {
      return done();
    }

    @Override
    public Uni<CalendarVersion> version(UnitOfWork unit) {
      return item(tables.versions.last().orElse(CalendarVersion.NONE));
    }

    @Override
    public Uni<String> document(UnitOfWork unit, UUID id) {
      return item(tables.documents.get(id));
    }

    @Override
    public Uni<Void> insert(
        UnitOfWork unit, CalendarVersion version, String document, String by, String tzdb) {
      tables.versions.put(version.revision(), version);
      tables.documents.put(version.id(), document);
      return done();
    }

    @Override
    public Uni<Map<String, String>> names(UnitOfWork unit) {
      return item(Map.of());
    }

    @Override
    public Uni<Void> keepNames(UnitOfWork unit, List<String> ids, List<String> names) {
      return done();
    }
  }

  /** Shifts that have begun. */
  @Vetoed
  static final class Shifts extends ShiftStore {
    private final Tables tables;
    private long editions;

    Shifts(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<RosterPart> part(UnitOfWork unit, Instant from, Instant to) {
      HistoryMark mark = tables.marks.get("mark");
      if (mark == null) {
        return Uni.createFrom().nullItem();
      }
      List<Shift> shifts =
          tables.shifts.values().stream().filter(s -> s.intersects(from, to)).toList();
      return item(new RosterPart(history(mark), shifts));
    }

    @Override
    public Uni<History> history(UnitOfWork unit) {
      HistoryMark mark = tables.marks.get("mark");
      return mark == null ? Uni.createFrom().nullItem() : item(history(mark));
    }

    /** An edition of its own each time: nothing is kept. */
    private History history(HistoryMark mark) {
      return new History(tables.versions.last().orElseThrow(), mark, new UUID(0, ++editions));
    }

    @Override
    public Uni<HistoryMark> lockMark(UnitOfWork unit) {
      return item(tables.marks.get("mark"));
    }

    @Override
    public Uni<Void> moveMark(UnitOfWork unit, Instant until) {
      HistoryMark mark = tables.marks.get("mark");
      tables.marks.put(
          "mark", new HistoryMark(mark == null ? until : mark.firstAppliedAt(), until));
      return done();
    }

    @Override
    public Uni<Set<UUID>> insert(UnitOfWork unit, List<Shift> shifts) {
      Set<UUID> fresh = new HashSet<>();
      for (Shift shift : shifts) {
        if (tables.shifts.get(shift.id()) == null) {
          tables.shifts.put(shift.id(), shift);
          tables.shiftRevisions.put(shift.id(), 1L);
          fresh.add(shift.id());
        }
      }
      return item(fresh);
    }

    @Override
    public Uni<List<Shift>> running(UnitOfWork unit, Instant at) {
      return item(
          tables.shifts.values().stream()
              .filter(s -> s.covers(at) && s.start().isBefore(at))
              .sorted(Shift.ORDER)
              .toList());
    }

    @Override
    public Uni<List<Shift>> lastBefore(UnitOfWork unit, Collection<String> tams, Instant at) {
      return item(
          tams.stream()
              .flatMap(
                  tam ->
                      tables.shifts.values().stream()
                          .filter(s -> s.onDuty(tam) && !s.end().isAfter(at))
                          .max(Comparator.comparing(Shift::end))
                          .stream())
              .toList());
    }

    @Override
    public Uni<List<Over>> end(UnitOfWork unit, Instant at) {
      List<Shift> over =
          tables.shifts.values().stream()
              .filter(s -> !s.end().isAfter(at) && tables.ended.get(s.id()) == null)
              .sorted(Comparator.comparing(Shift::end).thenComparing(Shift::id))
              .toList();
      List<Over> ended = new ArrayList<>();
      for (Shift shift : over) {
        long revision = tables.shiftRevisions.get(shift.id()) + 1;
        tables.ended.put(shift.id(), shift.end());
        tables.shiftRevisions.put(shift.id(), revision);
        ended.add(new Over(shift, revision));
      }
      return item(ended);
    }

    @Override
    public Uni<Long> change(UnitOfWork unit, Shift shift, Instant at) {
      long revision = tables.shiftRevisions.get(shift.id()) + 1;
      tables.shifts.put(shift.id(), shift);
      tables.shiftRevisions.put(shift.id(), revision);
      return item(revision);
    }
  }
}
