package io.meridian.handoff.calendar.application.holiday;

import io.meridian.handoff.calendar.application.CalendarCommands;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.PublicHolidays;
import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Holiday;
import io.meridian.handoff.calendar.domain.HolidayEdits;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.rest.http.Idempotency;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The holidays of holiday calendars and of regions; a change is an edit of the calendar. */
@ApplicationScoped
public class HolidayCalendars {

  private static final String OWN = "calendar";

  private final Transactions transactions;
  private final Idempotency idempotency;
  private final RosterQueries queries;
  private final CalendarCommands commands;
  private final PublicHolidays table;

  HolidayCalendars(
      Transactions transactions,
      Idempotency idempotency,
      RosterQueries queries,
      CalendarCommands commands,
      PublicHolidays table) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.queries = queries;
    this.commands = commands;
    this.table = table;
  }

  /**
   * A date about which something is said.
   *
   * @param kind PUBLIC, OBSERVED or ESTIMATED in the table; HOLIDAY or, for a region, WORKDAY in
   *     the calendar
   * @param source where it is from; {@code calendar} for what managers added
   */
  public record Day(LocalDate date, String name, String kind, String source) {}

  /** The names of all holiday calendars that have a holiday or that a region keeps. */
  public Uni<SortedSet<String>> names() {
    return queries.inForce().map(this::names);
  }

  /**
   * The holidays of a holiday calendar, by date.
   *
   * @throws Problem 404 when nobody has heard of the calendar
   */
  public Uni<List<Day>> of(String name) {
    return queries.inForce().map(inForce -> known(inForce, name));
  }

  /**
   * What a region's own dates are, by date.
   *
   * @throws Problem 404
   */
  public Uni<List<Day>> ofRegion(String code) {
    return queries.inForce().map(inForce -> own(inForce, code));
  }

  /** Gives a holiday calendar exactly these holidays in the years that they name. */
  public Uni<List<Day>> replace(
      String name, SortedMap<LocalDate, String> days, Consumer<List<Day>> precondition, String by) {
    return commands
        .edit(
            before -> {
              precondition.accept(days(before, name));
              return HolidayEdits.replace(before.calendar(), table.table(), name, days);
            },
            by)
        .map(now -> days(now, name));
  }

  /**
   * Gives a holiday calendar these holidays besides those that it has; with a key, once.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @throws Problem those of {@link Idempotency#once}
   */
  public Uni<List<Day>> add(
      @Nullable String key, String name, SortedMap<LocalDate, String> days, String by) {
    return transactions
        .write(
            unit ->
                idempotency.once(
                    unit,
                    key,
                    "POST holidays/" + name,
                    days,
                    Day[].class,
                    () -> add(unit, name, days, by)))
        .map(List::of);
  }

  private Uni<Day[]> add(
      UnitOfWork unit, String name, SortedMap<LocalDate, String> days, String by) {
    return commands
        .edit(unit, before -> HolidayEdits.add(before.calendar(), table.table(), name, days), by)
        .map(now -> days(now, name).toArray(Day[]::new));
  }

  /** Gives a region exactly these dates of its own. */
  public Uni<List<Day>> replaceOfRegion(
      String code, List<Holiday> days, Consumer<List<Day>> precondition, String by) {
    return commands
        .edit(
            before -> {
              precondition.accept(own(before, code));
              return HolidayEdits.ofRegion(before.calendar(), code, days);
            },
            by)
        .map(now -> own(now, code));
  }

  /**
   * Gives a region these dates of its own besides those that it has; with a key, once.
   *
   * @param key the header {@code Idempotency-Key}, or null
   * @throws Problem 404, and those of {@link Idempotency#once}
   */
  public Uni<List<Day>> addOfRegion(
      @Nullable String key, String code, List<Holiday> days, String by) {
    return transactions
        .write(
            unit ->
                idempotency.once(
                    unit,
                    key,
                    "POST holidays/regions/" + code,
                    days,
                    Day[].class,
                    () -> addOfRegion(unit, code, days, by)))
        .map(List::of);
  }

  private Uni<Day[]> addOfRegion(UnitOfWork unit, String code, List<Holiday> days, String by) {
    return commands
        .edit(
            unit,
            before -> {
              requireKnown(before, code);
              return HolidayEdits.addOfRegion(before.calendar(), code, days);
            },
            by)
        .map(now -> own(now, code).toArray(Day[]::new));
  }

  private SortedSet<String> names(InForce inForce) {
    Calendar calendar = inForce.calendar();
    TreeSet<String> names = new TreeSet<>(table.days().keySet());
    for (Region region : calendar.regions()) {
      if (region.holidays() != null) {
        names.add(region.holidays());
      }
    }
    for (Holiday holiday : calendar.holidays()) {
      if (holiday.calendar() != null) {
        names.add(holiday.calendar());
      }
    }
    return names;
  }

  private List<Day> known(InForce inForce, String name) {
    if (!names(inForce).contains(name)) {
      throw Problem.notFound("holiday calendar", name);
    }
    return days(inForce, name);
  }

  private List<Day> days(InForce inForce, String name) {
    SortedMap<LocalDate, PublicHolidays.Day> rows =
        table.days().getOrDefault(name, Collections.emptySortedMap());
    SortedMap<LocalDate, Day> days = new TreeMap<>();
    rows.forEach(
        (date, row) -> days.put(date, new Day(date, row.name(), row.kind(), row.source())));
    for (Holiday holiday : inForce.calendar().holidays()) {
      if (name.equals(holiday.calendar())) {
        switch (holiday.kind()) {
          case HOLIDAY -> days.put(holiday.date(), day(holiday));
          case WORKDAY -> days.remove(holiday.date());
        }
      }
    }
    return new ArrayList<>(days.values());
  }

  private static List<Day> own(InForce inForce, String code) {
    requireKnown(inForce, code);
    return inForce.calendar().holidays().stream()
        .filter(holiday -> code.equals(holiday.region()))
        .map(HolidayCalendars::day)
        .sorted((a, b) -> a.date().compareTo(b.date()))
        .toList();
  }

  private static void requireKnown(InForce inForce, String code) {
    if (inForce.region(code).isEmpty()) {
      throw Problem.notFound("region", code);
    }
  }

  private static Day day(Holiday holiday) {
    return new Day(holiday.date(), holiday.name(), holiday.kind().name(), OWN);
  }
}
