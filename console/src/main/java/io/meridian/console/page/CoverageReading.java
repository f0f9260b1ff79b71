package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.CoverageDays;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.NoAnswer;
import io.meridian.console.page.CoveragePage.Day;
import io.meridian.console.page.CoveragePage.Month;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.CoverageMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The next twelve months, day by day in UTC, asked of handoff-service in one call. */
@RequestScoped
class CoverageReading {
  private static final int MONTHS = 12;
  private static final int DAYS_MAX = 31;

  /** Above so many minutes without a primary a day is drawn darker. */
  private static final List<Integer> LEVELS = List.of(0, 120, 480);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final CoverageMessages words;

  CoverageReading(
      @RestClient HandoffService handoffs, Reader reader, Frames frames, CoverageMessages words) {
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.words = words;
  }

  Uni<CoveragePage> page() {
    Frame frame = frames.frame(words.coverage());
    TimeLabels times = frames.times();
    YearMonth first = YearMonth.from(times.now().atOffset(ZoneOffset.UTC));
    Instant from = first.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = first.plusMonths(MONTHS).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return read(handoffs.coverageDays(reader.bearer(), "rules", from.toString(), to.toString()))
        .map(coverage -> paint(frame, times, first, coverage))
        .onFailure(NoAnswer.class)
        .recoverWithItem(
            () ->
                new CoveragePage(frame, false, List.of(), List.of(), "", false, ForeignText.NONE));
  }

  private CoveragePage paint(
      Frame frame, TimeLabels times, YearMonth first, CoverageDays coverage) {
    Map<LocalDate, CoverageDays.Day> days =
        coverage.days().stream()
            .collect(Collectors.toMap(CoverageDays.Day::date, Function.identity()));
    return new CoveragePage(
        frame,
        true,
        Stream.iterate(first, month -> month.plusMonths(1))
            .limit(MONTHS)
            .map(month -> month(month, days, times))
            .toList(),
        coverage.runs().stream().map(run -> hole(run, times)).toList(),
        times.lasting(coverage.totals().gap()),
        reader.is(Role.MANAGER),
        ForeignText.of(coverage.tzdb()));
  }

  private CoveragePage.Hole hole(CoverageDays.Run run, TimeLabels times) {
    return new CoveragePage.Hole(
        times.between(run.start(), run.start().plus(run.each()), ZoneOffset.UTC),
        words.cause(run.cause()),
        ForeignText.of(run.why()),
        run.count(),
        times.at(run.end().minus(run.each())),
        run.agreed() != null,
        "/coverage/agreements?from="
            + Zones.wall(run.start(), times.zone())
            + "&until="
            + Zones.wall(run.end(), times.zone()));
  }

  private Month month(YearMonth month, Map<LocalDate, CoverageDays.Day> holes, TimeLabels times) {
    List<Day> days =
        IntStream.rangeClosed(1, month.lengthOfMonth())
            .mapToObj(month::atDay)
            .map(day -> day(day, holes.get(day), times))
            .toList();
    long holed = days.stream().filter(day -> day.level() > 0).count();
    String name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return new Month(name, words.month(name, month.getYear(), holed), days);
  }

  private Day day(LocalDate day, CoverageDays.@Nullable Day hole, TimeLabels times) {
    String x = String.format(Locale.ROOT, "%.2f%%", (day.getDayOfMonth() - 1) * 100.0 / DAYS_MAX);
    if (hole == null) {
      return new Day(x, 0, words.covered(DAY.format(day)));
    }
    int level = (int) LEVELS.stream().filter(least -> hole.minutes() > least).count();
    String lasting = times.lasting(Duration.ofMinutes(hole.minutes()));
    String causes = hole.causes().stream().map(words::cause).collect(Collectors.joining("; "));
    return new Day(x, level, words.day(DAY.format(day), lasting, causes));
  }
}
