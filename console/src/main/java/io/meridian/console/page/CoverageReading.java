package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.CoverageGaps;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.NoAnswer;
import io.meridian.console.draw.HoleRuns;
import io.meridian.console.page.CoveragePage.Day;
import io.meridian.console.page.CoveragePage.Month;
import io.meridian.console.session.Reader;
import io.meridian.console.text.CoverageMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The next twelve months, day by day in UTC, asked of handoff-service in one call. */
@RequestScoped
class CoverageReading {
  private static final int MONTHS = 12;
  private static final int DAYS_MAX = 31;
  private static final List<Duration> LEVELS =
      List.of(Duration.ZERO, Duration.ofHours(2), Duration.ofHours(8));
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
    return read(handoffs.coverageGaps(reader.bearer(), "rules", from.toString(), to.toString()))
        .map(gaps -> paint(frame, times, first, gaps))
        .onFailure(NoAnswer.class)
        .recoverWithItem(
            () -> new CoveragePage(frame, false, List.of(), List.of(), "", ForeignText.NONE));
  }

  private CoveragePage paint(Frame frame, TimeLabels times, YearMonth first, CoverageGaps gaps) {
    Map<LocalDate, Duration> uncovered = byDay(gaps);
    Duration total = uncovered.values().stream().reduce(Duration.ZERO, Duration::plus);
    return new CoveragePage(
        frame,
        true,
        Stream.iterate(first, month -> month.plusMonths(1))
            .limit(MONTHS)
            .map(month -> month(month, uncovered, times))
            .toList(),
        HoleRuns.of(gaps.items().stream().map(CoverageReading::hole).toList()).stream()
            .map(run -> hole(run, times))
            .toList(),
        times.lasting(total),
        ForeignText.of(gaps.tzdb()));
  }

  private static HoleRuns.Hole hole(CoverageGaps.Gap gap) {
    return new HoleRuns.Hole(gap.start(), gap.end(), gap.cause(), gap.agreed() != null);
  }

  private CoveragePage.Hole hole(HoleRuns.Run run, TimeLabels times) {
    HoleRuns.Hole first = run.first();
    return new CoveragePage.Hole(
        times.at(first.start()),
        times.between(first.start(), first.end(), ZoneOffset.UTC),
        words.cause(first.cause()),
        run.days(),
        times.at(run.lastStart()),
        first.agreed());
  }

  /** How long nobody is there on each day of UTC that has a hole. */
  private static Map<LocalDate, Duration> byDay(CoverageGaps gaps) {
    Map<LocalDate, Duration> days = new HashMap<>();
    for (CoverageGaps.Gap gap : gaps.items()) {
      Instant at = gap.start();
      while (at.isBefore(gap.end())) {
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        Instant midnight = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = midnight.isBefore(gap.end()) ? midnight : gap.end();
        days.merge(day, Duration.between(at, end), Duration::plus);
        at = end;
      }
    }
    return days;
  }

  private Month month(YearMonth month, Map<LocalDate, Duration> uncovered, TimeLabels times) {
    List<Day> days =
        IntStream.rangeClosed(1, month.lengthOfMonth())
            .mapToObj(month::atDay)
            .map(day -> day(day, uncovered.getOrDefault(day, Duration.ZERO), times))
            .toList();
    long holes = days.stream().filter(day -> day.level() > 0).count();
    String name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    return new Month(name, words.month(name, month.getYear(), holes), days);
  }

  private Day day(LocalDate day, Duration uncovered, TimeLabels times) {
    String x = String.format(Locale.ROOT, "%.2f%%", (day.getDayOfMonth() - 1) * 100.0 / DAYS_MAX);
    int level = (int) LEVELS.stream().filter(least -> uncovered.compareTo(least) > 0).count();
    return new Day(x, level, words.day(DAY.format(day), times.lasting(uncovered)));
  }
}
