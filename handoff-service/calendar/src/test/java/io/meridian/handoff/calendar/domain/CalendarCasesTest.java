package io.meridian.handoff.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shared cases and our own, one test for each kind; {@code calendar-cases.json} says what they
 * mean.
 */
class CalendarCasesTest {

  private static final JsonNode CASES = read("/calendar-cases.json");
  private static final JsonNode OWN_CASES = read("/calendar-cases-own.json");

  @ParameterizedTest
  @MethodSource("wallTimes")
  void a_wall_time_becomes_an_instant(JsonNode c) {
    LocalDateTime wall = LocalDateTime.parse(c.get("local").asText());
    ZoneId zone = ZoneId.of(c.get("zone").asText());
    assertThat(WallClock.startOf(wall, zone)).isEqualTo(c.get("asStart").asText());
    assertThat(WallClock.endOf(wall, zone)).isEqualTo(c.get("asEnd").asText());
  }

  static Stream<JsonNode> wallTimes() {
    return cases("wallClock");
  }

  @ParameterizedTest
  @MethodSource("dropped")
  void a_shift_without_length_is_dropped(JsonNode c) {
    LocalDate date = LocalDate.parse(c.get("date").asText());
    List<Shift> shifts =
        aDay(c.get("zone").asText(), c.get("start").asText(), c.get("end").asText(), date);
    assertThat(shifts).isEmpty();
    assertThat(
            aDay(
                c.get("zone").asText(),
                c.get("start").asText(),
                c.get("end").asText(),
                date.plusDays(1)))
        .hasSize(1);
  }

  static Stream<JsonNode> dropped() {
    return cases("droppedShifts");
  }

  @ParameterizedTest
  @MethodSource("overnight")
  void a_night_lasts_as_long_as_it_really_does(JsonNode c) {
    LocalDate date = LocalDate.parse(c.get("date").asText());
    List<Shift> shifts = aDay(c.get("zone").asText(), "22:00", "06:00", date);
    assertThat(shifts).hasSize(1);
    assertThat(Duration.between(shifts.getFirst().start(), shifts.getFirst().end()))
        .isEqualTo(Duration.ofMinutes(Math.round(c.get("hours").asDouble() * 60)));
  }

  static Stream<JsonNode> overnight() {
    return cases("elapsedOvernight2200to0600");
  }

  @ParameterizedTest
  @MethodSource("handovers")
  void a_rotation_hands_over(JsonNode c) {
    Turns turns = turns(c);
    ZoneId zone = turns.version().zone();
    if (c.has("expected")) {
      Instant from = at(c.get("window").get(0), zone);
      Instant to = at(c.get("window").get(1), zone);
      List<Instant> expected = new ArrayList<>();
      c.get("expected").forEach(e -> expected.add(OffsetDateTime.parse(e.asText()).toInstant()));
      assertThat(turns.handovers(from, to)).isEqualTo(expected);
    } else {
      Instant anchor = WallClock.startOf(turns.version().anchor(), zone);
      List<Instant> first = turns.handovers(anchor, anchor.plusSeconds(1));
      boolean weekly = turns.version().period() == Rotation.Period.WEEKLY;
      assertThat(Duration.between(first.get(0), first.get(1)))
          .as(c.get("note").asText())
          .isEqualTo(weekly ? Duration.ofDays(7).minusHours(1) : Duration.ofHours(25));
    }
  }

  static Stream<JsonNode> handovers() {
    return cases("rotationHandovers");
  }

  @ParameterizedTest
  @MethodSource("overrides")
  void an_override_changes_who_is_on_duty(JsonNode c) {
    JsonNode base = CASES.get("overrides").get("base");
    JsonNode o = c.get("override");
    Calendar calendar =
        new Calendars()
            .region("R", base.get("zone").asText())
            .tam("binbaz", "R", Tam.Status.ACTIVE)
            .staffed(
                "R",
                base.get("daily").get(0).asText(),
                base.get("daily").get(1).asText(),
                base.get("primary").asText())
            .override("R", o.get("start").asText(), o.get("end").asText(), change(o))
            .build();
    Instant from = Instant.parse(base.get("window").get(0).asText());
    Instant to = Instant.parse(base.get("window").get(1).asText());
    List<List<String>> held =
        Shifts.cut(Shifts.between(calendar, from, to), from, to).stream()
            .filter(Shift::isHeld)
            .map(s -> List.of(String.valueOf(s.primary()), time(s.start()), time(s.end())))
            .toList();
    List<List<String>> expected = new ArrayList<>();
    c.get("expected")
        .forEach(
            e -> expected.add(List.of(e.get(0).asText(), e.get(1).asText(), e.get(2).asText())));
    assertThat(held).containsExactlyInAnyOrderElementsOf(expected);
  }

  static Stream<JsonNode> overrides() {
    return stream(CASES.get("overrides").get("cases"));
  }

  @Test
  void the_forecast_of_a_year_finds_every_hole_and_every_overlap() {
    JsonNode expected = CASES.get("forecast").get("year2026");
    Coverage year = forecast("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    assertThat(year.gap()).isEqualTo(Duration.ofHours(expected.get("gapHours").asLong()));
    assertThat(year.overlap()).isEqualTo(Duration.ofHours(expected.get("overlapHours").asLong()));
    assertThat(year.gaps()).hasSize(238).allMatch(g -> g.cause() == CoverageGap.Cause.CLOCK_CHANGE);
    assertThat(year.gaps().getFirst().start()).isEqualTo("2026-03-08T22:00:00Z");
    assertThat(year.gaps().getFirst().end()).isEqualTo("2026-03-08T23:00:00Z");
    assertThat(year.gaps().getLast().start()).isEqualTo("2026-10-31T22:00:00Z");
    assertThat(overlaps(year, "AMER", "EMEA")).hasSize(28);
    assertThat(overlaps(year, "APAC", "EMEA")).hasSize(210);
  }

  @Test
  void single_days_of_the_forecast_are_right() {
    Coverage winter = forecast("2026-01-15T00:00:00Z", "2026-01-16T00:00:00Z");
    assertThat(winter.gap()).isZero();
    assertThat(winter.overlap()).isZero();
    Coverage march = forecast("2026-03-15T00:00:00Z", "2026-03-16T00:00:00Z");
    assertThat(march.gaps())
        .containsExactly(
            new CoverageGap(
                Instant.parse("2026-03-15T22:00:00Z"),
                Instant.parse("2026-03-15T23:00:00Z"),
                CoverageGap.Cause.CLOCK_CHANGE));
    assertThat(overlaps(march, "AMER", "EMEA").getFirst().start())
        .isEqualTo("2026-03-15T14:00:00Z");
    Coverage july = forecast("2026-07-01T00:00:00Z", "2026-07-02T00:00:00Z");
    assertThat(overlaps(july, "APAC", "EMEA").getFirst().start()).isEqualTo("2026-07-01T06:00:00Z");
    assertThat(july.gaps().getFirst().start()).isEqualTo("2026-07-01T22:00:00Z");
  }

  @ParameterizedTest
  @MethodSource("seams")
  void a_seam_between_regions_is_a_gap_as_long_as_it_is(JsonNode c) {
    Duration hole = Duration.ofSeconds(c.get("holeSeconds").asLong());
    LocalTime opens = LocalTime.of(12, 0).plus(hole);
    Calendar calendar =
        new Calendars()
            .region("EAST", "UTC")
            .region("WEST", "UTC")
            .staffed("EAST", "00:00", "12:00", "tam-east")
            .staffed("WEST", opens.toString(), "00:00", "tam-west")
            .build();
    Coverage day =
        Coverage.of(
            RosterRules.of(calendar),
            Instant.parse("2026-06-01T00:00:00Z"),
            Instant.parse("2026-06-02T00:00:00Z"));
    assertThat(day.gaps()).hasSize(1);
    assertThat(day.gap()).isEqualTo(hole);
    assertThat(day.gaps().getFirst().cause()).isEqualTo(CoverageGap.Cause.NO_SHIFT);
  }

  static Stream<JsonNode> seams() {
    return cases("seams");
  }

  private static Coverage forecast(String from, String to) {
    Calendars calendars = new Calendars();
    for (JsonNode p : CASES.get("forecast").get("patterns")) {
      String region = p.get("region").asText();
      calendars
          .region(region, p.get("zone").asText())
          .staffed(region, p.get("start").asText(), p.get("end").asText(), "tam-" + region);
    }
    RosterRules rules = RosterRules.of(calendars.build());
    return Coverage.of(rules, Instant.parse(from), Instant.parse(to));
  }

  private static List<Coverage.Segment> overlaps(Coverage coverage, String... regions) {
    return coverage.segments().stream()
        .filter(segment -> segment.regions().equals(List.of(regions)))
        .toList();
  }

  private static Turns turns(JsonNode c) {
    return new Turns(
        new Rotation.Version(
            null,
            List.of("tam-a", "tam-b"),
            Rotation.Period.valueOf(c.get("period").asText()),
            c.path("every").asInt(),
            ZoneId.of(c.get("zone").asText()),
            LocalDateTime.parse(c.get("anchor").asText())),
        List.of());
  }

  private static ShiftOverride.Change change(JsonNode o) {
    if (o.has("replace")) {
      return new ShiftOverride.Change.Replace(o.get("replace").asText(), o.get("by").asText());
    }
    return o.has("add")
        ? new ShiftOverride.Change.Add(o.get("add").asText())
        : new ShiftOverride.Change.Remove(o.get("remove").asText());
  }

  /** The shifts that a daily pattern yields for one local date. */
  private static List<Shift> aDay(String zone, String start, String end, LocalDate date) {
    Calendar calendar = new Calendars().region("R", zone).staffed("R", start, end, "tam").build();
    Instant around = date.atTime(12, 0).atZone(ZoneId.of(zone)).toInstant();
    return Shifts.between(
            calendar, around.minus(Duration.ofDays(2)), around.plus(Duration.ofDays(2)))
        .stream()
        .filter(shift -> shift.start().atZone(ZoneId.of(zone)).toLocalDate().equals(date))
        .toList();
  }

  private static Instant at(JsonNode wall, ZoneId zone) {
    return LocalDateTime.parse(wall.asText()).atZone(zone).toInstant();
  }

  private static String time(Instant at) {
    return at.toString().substring(11, 16);
  }

  private static Stream<JsonNode> cases(String kind) {
    return OWN_CASES.has(kind)
        ? Stream.concat(stream(CASES.get(kind)), stream(OWN_CASES.get(kind)))
        : stream(CASES.get(kind));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    assertThat(array).isNotEmpty();
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode read(String file) {
    try (InputStream in = CalendarCasesTest.class.getResourceAsStream(file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
