package io.meridian.handoff.ledger.domain;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.ServiceHours;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Roster;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * A seeded world aimed at the hard instants: some days of three regions around a clock change, with
 * empty shifts, leave in mid-shift and secondaries; accountability that passes at random instants,
 * often at the boundaries themselves.
 */
public final class RandomHistory {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/London"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Singapore"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Africa/Cairo"),
          ZoneId.of("America/Santiago"),
          ZoneId.of("Asia/Kathmandu"));
  private static final List<String> REGIONS = List.of("APAC", "EMEA", "AMER");

  public final RandomGenerator random;
  private final Instant from;
  private final Instant to;
  private final Roster roster;

  public RandomHistory(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    Instant base =
        Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofHours(random.nextInt(8760)));
    var change = zone.getRules().nextTransition(base);
    Instant middle = change == null ? base : change.getInstant();
    from = middle.minus(Duration.ofHours(36));
    to = middle.plus(Duration.ofHours(36));
    roster = Roster.of(shifts());
  }

  public Roster roster() {
    return roster;
  }

  public Instant from() {
    return from;
  }

  public Instant to() {
    return to;
  }

  /** Seeds 0 to n-1, for parameterised tests. */
  public static java.util.stream.LongStream seeds(int n) {
    return java.util.stream.LongStream.range(0, n);
  }

  private List<Shift> shifts() {
    List<Shift> shifts = new ArrayList<>();
    for (String region : REGIONS) {
      ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
      LocalTime start = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
      Duration length = Duration.ofMinutes(360 + 30L * random.nextInt(13));
      LocalDate last = LocalDate.ofInstant(to, zone).plusDays(2);
      for (LocalDate d = LocalDate.ofInstant(from, zone).minusDays(2);
          d.isBefore(last);
          d = d.plusDays(1)) {
        LocalDateTime begins = d.atTime(start);
        Instant first = begins.atZone(zone).toInstant();
        Instant end = begins.plus(length).atZone(zone).toInstant();
        addSlot(shifts, region, zone, first, end);
      }
    }
    return shifts;
  }

  private void addSlot(List<Shift> shifts, String region, ZoneId zone, Instant start, Instant end) {
    String primary = random.nextInt(6) == 0 ? null : tam(region);
    String secondary = random.nextInt(4) == 0 ? tam(region) : null;
    if (random.nextInt(4) == 0) {
      Instant middle = between(start.plusMillis(1), end.minusMillis(1));
      shifts.add(shift(region, zone, start, middle, start, end, primary, secondary));
      shifts.add(
          shift(
              region,
              zone,
              middle,
              end,
              start,
              end,
              random.nextBoolean() ? null : tam(region),
              null));
    } else {
      shifts.add(shift(region, zone, start, end, start, end, primary, secondary));
    }
  }

  /** One of three of a region. */
  public String tam(String region) {
    return region.toLowerCase(java.util.Locale.ROOT) + "-" + random.nextInt(3);
  }

  public String region() {
    return REGIONS.get(random.nextInt(REGIONS.size()));
  }

  private static Shift shift(
      String region,
      ZoneId zone,
      Instant start,
      Instant end,
      Instant slotStart,
      Instant slotEnd,
      @Nullable String primary,
      @Nullable String secondary) {
    UUID id = UUID.nameUUIDFromBytes((region + slotStart + start).getBytes(StandardCharsets.UTF_8));
    return new Shift(
        id, region, start, end, slotStart, slotEnd, zone, primary, secondary, List.of(), region,
        null, null);
  }

  public Instant between(Instant start, Instant end) {
    return Instant.ofEpochMilli(random.nextLong(start.toEpochMilli(), end.toEpochMilli() + 1));
  }

  /** Any instant of the window; every second one lies on a boundary of the roster, or 1 ms off. */
  public Instant instant() {
    Instant at = between(from, to);
    if (random.nextBoolean()) {
      return at;
    }
    Instant boundary = roster.boundaries().ceiling(at);
    return boundary == null || boundary.isAfter(to)
        ? at
        : boundary.plusMillis(random.nextInt(3) - 1L);
  }

  /** Accountability of one span, the last interval still going on. */
  public List<Accountability> accountability() {
    List<Instant> cuts = new ArrayList<>();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      cuts.add(instant());
    }
    List<Instant> starts = cuts.stream().distinct().sorted().toList();
    List<Accountability> intervals = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      String region = region();
      Instant end = i + 1 < starts.size() ? starts.get(i + 1) : null;
      intervals.add(
          new Accountability(
              tam(region), region, starts.get(i), end, AccountabilityBasis.HANDOFF, null, null));
    }
    return intervals;
  }

  /** Whether it travels, lives in a region or is resolved: from an instant on, and from others. */
  public List<Regime> regimes(Instant opened) {
    List<Instant> turns = new ArrayList<>();
    turns.add(opened);
    for (int i = random.nextInt(4); i > 0; i--) {
      turns.add(instant());
    }
    List<Regime> regimes = new ArrayList<>();
    turns.stream()
        .filter(at -> !at.isBefore(opened))
        .distinct()
        .sorted()
        .forEach(
            at ->
                regimes.add(
                    new Regime(
                        at,
                        random.nextInt(5) < 2
                            ? ServiceHours.FOLLOW_THE_SUN
                            : ServiceHours.HOME_REGION,
                        region(),
                        random.nextInt(6) == 0)));
    return regimes;
  }

  /** Holds of the accountable, each beginning while they are. */
  public List<Hold> holds(List<Accountability> intervals) {
    List<Hold> holds = new ArrayList<>();
    for (Accountability interval : intervals) {
      if (random.nextInt(3) == 0) {
        Instant latest = interval.end() == null ? to : interval.end();
        Instant start =
            interval.start().isBefore(latest)
                ? between(interval.start(), latest)
                : interval.start();
        holds.add(
            new Hold(interval.tam(), start, start.plusMillis(1 + random.nextLong(20_000_000))));
      }
    }
    holds.sort(Comparator.comparing(Hold::start));
    return holds;
  }
}
