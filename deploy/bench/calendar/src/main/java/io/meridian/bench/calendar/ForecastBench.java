package io.meridian.bench.calendar;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.CalendarDifference;
import io.meridian.handoff.calendar.domain.CalendarFaults;
import io.meridian.handoff.calendar.domain.Coverage;
import io.meridian.handoff.calendar.domain.Fault;
import io.meridian.handoff.calendar.domain.RosterRules;
import io.meridian.handoff.calendar.domain.Shift;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The calendar's year, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ForecastBench {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

  /** Regions, TAMs, overrides, holidays. */
  @Param({"3/36/200/40", "10/200/1600/120", "30/600/5000/400"})
  String size = "";

  private Calendar calendar = Calendar.EMPTY;
  private RosterRules rules = RosterRules.of(Calendar.EMPTY);
  private UUID id = new UUID(0, 0);
  private RosterRules other = RosterRules.of(Calendar.EMPTY);

  /** Makes the organisation. */
  @Setup
  public void organisation() {
    String[] numbers = size.split("/");
    int regions = Integer.parseInt(numbers[0]);
    int tams = Integer.parseInt(numbers[1]);
    int overrides = Integer.parseInt(numbers[2]);
    int holidays = Integer.parseInt(numbers[3]);
    calendar = Organisation.of(regions, tams, overrides, holidays);
    rules = RosterRules.of(calendar);
    id = rules.shifts(FROM, TO).getLast().id();
    other = RosterRules.of(Organisation.of(regions, tams, overrides - 1, holidays));
  }

  /** Finding what is wrong in a document. */
  @Benchmark
  public List<Fault> check() {
    return CalendarFaults.of(calendar);
  }

  /** Preparing a calendar for questions. */
  @Benchmark
  public RosterRules prepare() {
    return RosterRules.of(calendar);
  }

  /** All shifts of the year. */
  @Benchmark
  public List<Shift> shifts() {
    return rules.shifts(FROM, TO);
  }

  /** The forecast: coverage of the year, its gaps and their causes. */
  @Benchmark
  public Coverage forecast() {
    return Coverage.of(rules, FROM, TO);
  }

  /** A single shift of the year's last day by its id. */
  @Benchmark
  public Optional<Shift> find() {
    return rules.shift(id);
  }

  /** A dry run: what becomes of the year under another calendar. */
  @Benchmark
  public CalendarDifference difference() {
    return CalendarDifference.between(rules, other, FROM, TO);
  }
}
