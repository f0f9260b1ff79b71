package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.CalendarService;
import io.meridian.console.client.NoAnswer;
import io.meridian.console.client.Page;
import io.meridian.console.client.Person;
import io.meridian.console.client.Shift;
import io.meridian.console.page.CalendarPage.Around;
import io.meridian.console.page.CalendarPage.Choice;
import io.meridian.console.page.CalendarPage.Day;
import io.meridian.console.page.CalendarPage.Lane;
import io.meridian.console.page.CalendarPage.Line;
import io.meridian.console.page.CalendarPage.Rights;
import io.meridian.console.page.CalendarPage.View;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A month or a week of the calendar, asked of handoff-service in one call for all regions. */
@RequestScoped
class CalendarReading {
  /** As many as the service gives at once: a month of sixteen regions with a shift a day. */
  private static final int SHIFTS_MAX = 500;

  private static final String ALL = "all";

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final CalendarService calendar;
  private final Reader reader;
  private final Frames frames;
  private final CalendarMessages words;

  CalendarReading(
      @RestClient CalendarService calendar, Reader reader, Frames frames, CalendarMessages words) {
    this.calendar = calendar;
    this.reader = reader;
    this.frames = frames;
    this.words = words;
  }

  /** What day it is for the reader. */
  LocalDate today() {
    TimeLabels times = frames.times();
    return LocalDate.ofInstant(times.now(), times.zone());
  }

  /** The page of what is looked at. */
  Uni<CalendarPage> page(CalendarFilter filter) {
    Frame frame = frames.frame(words.calendar());
    TimeLabels times = frames.times();
    return read(calendar.shifts(
            reader.bearer(),
            CalendarLanes.start(filter.first(), times.zone()).toString(),
            CalendarLanes.start(filter.end(), times.zone()).toString(),
            SHIFTS_MAX))
        .map(shifts -> paint(frame, times, filter, shifts))
        .onFailure(NoAnswer.class)
        .recoverWithItem(() -> silent(frame, filter));
  }

  private CalendarPage silent(Frame frame, CalendarFilter filter) {
    return new CalendarPage(
        frame,
        false,
        filter.view(),
        "",
        new Around("", filter.address(), ""),
        List.of(),
        List.of(),
        List.of(),
        true,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        true,
        rights(),
        "");
  }

  private CalendarPage paint(Frame frame, TimeLabels times, CalendarFilter asked, Page<Shift> all) {
    List<String> codes = all.items().stream().map(Shift::region).distinct().sorted().toList();
    CalendarFilter filter =
        asked.region() == null && !asked.mine() ? asked.of(ownRegion(all.items(), codes)) : asked;
    List<Shift> shifts =
        all.items().stream()
            .filter(shift -> isWanted(shift, filter))
            .sorted(Comparator.comparing(Shift::start))
            .toList();
    CalendarLanes lanes = new CalendarLanes(words, times, filter.first(), filter.end());
    boolean week = filter.view() == View.LANES;
    return new CalendarPage(
        frame,
        true,
        filter.view(),
        title(filter),
        around(filter),
        Arrays.stream(View.values())
            .map(view -> choice(words.view(view.word()), filter.seenAs(view), filter))
            .toList(),
        regions(codes, filter),
        week ? List.of() : days(shifts, filter, times),
        shifts.isEmpty(),
        Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .toList(),
        IntStream.range(1, filter.first().getDayOfWeek().getValue()).boxed().toList(),
        week ? lanes(lanes, shifts, filter) : List.of(),
        week ? lanes.ticks() : List.of(),
        all.nextCursor() == null,
        rights(),
        Zones.city(times.zone()));
  }

  private Rights rights() {
    return new Rights(reader.is(Role.TAM), reader.is(Role.MANAGER));
  }

  private boolean isWanted(Shift shift, CalendarFilter filter) {
    return filter.mine()
        ? shift.has(reader.id())
        : ALL.equals(filter.region()) || shift.region().equals(filter.region());
  }

  private static List<Lane> lanes(CalendarLanes lanes, List<Shift> shifts, CalendarFilter filter) {
    return ALL.equals(filter.region()) || filter.mine()
        ? lanes.ofRegions(shifts)
        : lanes.ofPeople(shifts);
  }

  private static String title(CalendarFilter filter) {
    return filter.view() == View.LANES
        ? DATE.format(filter.first()) + " – " + DATE.format(filter.end().minusDays(1))
        : MONTH.format(filter.month());
  }

  private Around around(CalendarFilter filter) {
    return new Around(
        filter.on(filter.first().minusDays(1)).address(),
        filter.on(today()).address(),
        filter.on(filter.end()).address());
  }

  private List<Choice> regions(List<String> codes, CalendarFilter filter) {
    Stream<Choice> mine =
        reader.is(Role.TAM)
            ? Stream.of(new Choice(words.mine(), filter.ofReader().address(), filter.mine()))
            : Stream.empty();
    return Stream.of(
            Stream.of(choice(words.allRegions(), filter.of(ALL), filter)),
            codes.stream().map(code -> choice(code, filter.of(code), filter)),
            mine)
        .flatMap(choices -> choices)
        .toList();
  }

  private static Choice choice(String label, CalendarFilter filter, CalendarFilter here) {
    return new Choice(label, filter.address(), filter.equals(here));
  }

  /** Where the reader is on, else the first. */
  private String ownRegion(List<Shift> shifts, List<String> codes) {
    return shifts.stream()
        .filter(shift -> shift.has(reader.id()))
        .map(Shift::region)
        .findFirst()
        .orElse(codes.isEmpty() ? ALL : codes.getFirst());
  }

  private List<Day> days(List<Shift> shifts, CalendarFilter filter, TimeLabels times) {
    Map<LocalDate, List<Shift>> byDay =
        shifts.stream().collect(Collectors.groupingBy(shift -> day(shift.start(), times.zone())));
    return filter
        .first()
        .datesUntil(filter.end())
        .map(day -> day(day, byDay.getOrDefault(day, List.of()), filter, times))
        .toList();
  }

  private static LocalDate day(Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone);
  }

  private Day day(LocalDate day, List<Shift> shifts, CalendarFilter filter, TimeLabels times) {
    boolean several = filter.mine() || ALL.equals(filter.region());
    return new Day(
        day.toString(),
        DAY.format(day),
        day.getDayOfMonth(),
        day.equals(today()),
        filter.seenAs(View.AGENDA).on(day).address() + "#" + day,
        shifts.stream().map(shift -> line(shift, several ? shift.region() : "", times)).toList());
  }

  private Line line(Shift shift, String region, TimeLabels times) {
    ZoneId zone = Zones.orUtc(shift.zone());
    return new Line(
        shift.id(),
        region,
        times.hours(shift.start(), shift.end(), zone),
        shift.primary() != null,
        people(shift, words.nobody()),
        shift.has(reader.id()),
        shift.origin().holiday() != null,
        shift.origin().override() != null,
        !zone.getRules().getOffset(shift.start()).equals(zone.getRules().getOffset(shift.end())));
  }

  /**
   * Who is on a shift; empty for nobody.
   *
   * @param nobody how it is said that it has no primary, though somebody backs them up
   */
  static String people(Shift shift, String nobody) {
    Person second = shift.secondary();
    String first = shift.primary() == null ? nobody : ForeignText.plain(shift.primary().name());
    return second == null
        ? shift.primary() == null ? "" : first
        : first + " / " + ForeignText.plain(second.name());
  }
}
