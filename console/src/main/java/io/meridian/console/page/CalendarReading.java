package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.HandoffService;
import io.meridian.console.client.NoAnswer;
import io.meridian.console.client.Page;
import io.meridian.console.client.Person;
import io.meridian.console.client.Shift;
import io.meridian.console.page.CalendarPage.Choice;
import io.meridian.console.page.CalendarPage.Day;
import io.meridian.console.page.CalendarPage.Line;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** A month of the calendar, asked of handoff-service in one call for all regions. */
@RequestScoped
class CalendarReading {
  /** As many as the service gives at once: a month of sixteen regions with a shift a day. */
  private static final int SHIFTS_MAX = 500;

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d", Locale.ENGLISH);

  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final CalendarMessages words;

  CalendarReading(
      @RestClient HandoffService handoffs, Reader reader, Frames frames, CalendarMessages words) {
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.words = words;
  }

  /** The page of a month and a region; of the present one, and of the reader's, without them. */
  Uni<CalendarPage> page(@Nullable YearMonth asked, @Nullable String region) {
    Frame frame = frames.frame(words.calendar());
    TimeLabels times = frames.times();
    YearMonth month = asked == null ? YearMonth.from(times.now().atZone(times.zone())) : asked;
    return read(handoffs.shifts(
            reader.bearer(),
            start(month, times.zone()).toString(),
            start(month.plusMonths(1), times.zone()).toString(),
            SHIFTS_MAX))
        .map(shifts -> paint(frame, times, month, region, shifts))
        .onFailure(NoAnswer.class)
        .recoverWithItem(
            () ->
                new CalendarPage(frame, false, "", "", "", List.of(), List.of(), true, false, ""));
  }

  private static Instant start(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }

  private CalendarPage paint(
      Frame frame, TimeLabels times, YearMonth month, @Nullable String asked, Page<Shift> shifts) {
    List<String> codes = shifts.items().stream().map(Shift::region).distinct().sorted().toList();
    String region = asked != null ? asked : ownRegion(shifts.items(), codes);
    Map<LocalDate, List<Shift>> byDay =
        shifts.items().stream()
            .filter(shift -> shift.region().equals(region))
            .sorted(Comparator.comparing(Shift::start))
            .collect(
                Collectors.groupingBy(
                    shift -> shift.start().atZone(times.zone()).toLocalDate(),
                    TreeMap::new,
                    Collectors.toList()));
    return new CalendarPage(
        frame,
        true,
        MONTH.format(month),
        address(month.minusMonths(1), region),
        address(month.plusMonths(1), region),
        codes.stream()
            .map(code -> new Choice(code, address(month, code), code.equals(region)))
            .toList(),
        byDay.entrySet().stream().map(day -> day(day.getKey(), day.getValue(), times)).toList(),
        shifts.nextCursor() == null,
        reader.is(Role.TAM),
        Zones.city(times.zone()));
  }

  /** Where the reader is on, else the first. */
  private String ownRegion(List<Shift> shifts, List<String> codes) {
    return shifts.stream()
        .filter(shift -> shift.has(reader.id()))
        .map(Shift::region)
        .findFirst()
        .orElse(codes.isEmpty() ? "" : codes.getFirst());
  }

  private static String address(YearMonth month, String region) {
    return "/calendar?month=" + month + "&region=" + region;
  }

  private Day day(LocalDate day, List<Shift> shifts, TimeLabels times) {
    return new Day(
        DAY.format(day),
        day.equals(LocalDate.ofInstant(times.now(), times.zone())),
        shifts.stream().map(shift -> line(shift, times)).toList());
  }

  private Line line(Shift shift, TimeLabels times) {
    return new Line(
        shift.id(),
        times.hours(shift.start(), shift.end(), Zones.orUtc(shift.zone())),
        people(shift),
        shift.has(reader.id()),
        shift.origin().holiday() != null,
        shift.origin().override() != null);
  }

  /** Who is on a shift; empty for nobody. */
  static String people(Shift shift) {
    return Stream.concat(Stream.ofNullable(shift.primary()), Stream.ofNullable(shift.secondary()))
        .map(Person::name)
        .map(ForeignText::plain)
        .collect(Collectors.joining(" / "));
  }
}
