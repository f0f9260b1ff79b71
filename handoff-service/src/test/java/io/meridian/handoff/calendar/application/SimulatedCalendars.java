package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.store.CalendarStore;
import io.meridian.handoff.calendar.store.ShiftStore;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Vetoed;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The calendar's parts over stores in memory. */
public final class SimulatedCalendars {
  private static final PublicHolidays HOLIDAYS = new PublicHolidays();
  private final List<CalendarListener> listeners = new ArrayList<>();
  private final Documents documents = new Documents();
  private final CalendarStore calendars;
  public final ShiftStore shifts;
  private final Outbox outbox;
  public final CurrentCalendar current;
  public final ShiftHistory history;
  public final RosterSource rosters;

  /**
   * @param from before every instant that anybody asks about
   * @param to after every instant that anybody asks about
   */
  public SimulatedCalendars(
      CalendarStore calendars, ShiftStore shifts, Outbox outbox, Instant from, Instant to) {
    this.calendars = calendars;
    this.shifts = shifts;
    this.outbox = outbox;
    this.current = new CurrentCalendar(calendars, documents, HOLIDAYS);
    this.history = new ShiftHistory(calendars, shifts, current, outbox);
    this.rosters = new Rosters(calendars, shifts, current, from, to);
  }

  /** Who is told of a calendar. */
  public void listen(CalendarListener listener) {
    listeners.add(listener);
  }

  @SuppressWarnings("unchecked")
  public CalendarCommands commands(Transactions transactions, Clock clock) {
    Instance<CalendarListener> all =
        (Instance<CalendarListener>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, args) ->
                    switch (method.getName()) {
                      case "stream" -> (Stream<CalendarListener>) listeners.stream();
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    return new CalendarCommands(
        transactions,
        calendars,
        documents,
        current,
        shifts,
        history,
        new Silent(),
        outbox,
        all,
        clock);
  }

  /** Nobody is told of coverage gaps to come. */
  @Vetoed
  private static final class Silent extends CoverageAlarms {
    Silent() {
      super(null, null, null, null, null);
    }

    @Override
    Uni<Void> changed(UnitOfWork unit, InForce before, InForce now, Instant at, String by) {
      return Uni.createFrom().voidItem();
    }
  }

  /** Asks the rules of a calendar once, about all the time of a run. */
  @Vetoed
  private static final class Rosters extends RosterSource {
    private final Instant from;
    private final Instant to;
    private InForce asked;
    private List<Shift> answer = List.of();

    Rosters(
        CalendarStore calendars,
        ShiftStore shifts,
        CurrentCalendar current,
        Instant from,
        Instant to) {
      super(calendars, shifts, current);
      this.from = from;
      this.to = to;
    }

    @Override
    List<Shift> byRules(InForce inForce, Instant since, Instant until) {
      if (asked != inForce) {
        answer = inForce.rules().shifts(from, to);
        asked = inForce;
      }
      Instant end = until.isBefore(to) ? until : to;
      return answer.stream().filter(shift -> shift.intersects(since, end)).toList();
    }
  }

  /** Keeps calendars as they are: a document is the number of one. */
  @Vetoed
  private static final class Documents extends CalendarDocuments {
    private final List<Calendar> all = new ArrayList<>();

    Documents() {
      super(null);
    }

    @Override
    String encode(Calendar calendar) {
      all.add(calendar);
      return Integer.toString(all.size() - 1);
    }

    @Override
    Calendar decode(String document) {
      return all.get(Integer.parseInt(document));
    }
  }
}
