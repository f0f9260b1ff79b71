package io.meridian.console.stub;

import static io.meridian.console.stub.Stories.id;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The calendar as a test arranges it. */
public final class Calendars {
  /** The address of the preview of a working week off. */
  public static final String LEAVE = "/calendar/leave?start=2027-01-04T00:00&end=2027-01-09T00:00";

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String KIM = "{\"id\":\"tam-kim\",\"name\":\"Kim Carter\"}";
  private static final String EWA = "{\"id\":\"tam-ewa\",\"name\":\"Ewa Nowak\"}";

  private Calendars() {}

  /**
   * The days of this month, as it is where Kim is: Kim of AMER is on but on the third, a holiday
   * that nobody has.
   */
  public static void month() {
    YearMonth month = YearMonth.now(NEW_YORK);
    Stories.list(
        "GET /api/v1/shifts",
        IntStream.rangeClosed(1, month.lengthOfMonth())
            .mapToObj(month::atDay)
            .flatMap(
                day ->
                    Stream.of(
                        shift(day, "AMER", "America/New_York", 15, onDay(day)),
                        shift(day, "EMEA", "Europe/London", 7, EWA)))
            .toList());
  }

  private static String onDay(LocalDate day) {
    return day.getDayOfMonth() == 3 ? "null" : KIM;
  }

  /** No shift at all. */
  public static void none() {
    Stories.list("GET /api/v1/shifts", List.of());
  }

  /** A leave of Kim makes a hole on each of so many days. */
  public static void leaveOf(int days) {
    List<LocalDate> dates =
        IntStream.range(0, days).mapToObj(LocalDate.parse("2027-01-04")::plusDays).toList();
    String holes =
        dates.stream()
            .map(
                day ->
                    "{\"start\":\"%s\",\"end\":\"%s\",\"cause\":\"EMPTY_SHIFT\",\"duration\":\"PT8H\",\"agreed\":null}"
                        .formatted(at(day, 15), at(day, 23)))
            .collect(Collectors.joining(","));
    String changes =
        dates.stream()
            .map(
                day ->
                    "{\"before\":%s,\"after\":%s}"
                        .formatted(
                            shift(day, "AMER", "America/New_York", 15, KIM),
                            shift(day, "AMER", "America/New_York", 15, "null")))
            .collect(Collectors.joining(","));
    House.answers(
        "POST /api/v1/leaves?dryRun=true",
        """
        {"revision":14,"from":"x","to":"x","entries":[],"shifts":{"counts":{},"added":[],"removed":[],"reassigned":[%s]},
        "gaps":{"created":[%s],"healed":[],"result":{"count":0,"total":"PT0S"}},
        "warnings":[{"kind":"SHORT_REST","tam":"tam-ewa","region":"EMEA","start":null,"end":null,"count":1,
        "detail":"Ewa Nowak rests 9 h before Tue 5 Jan"}]}"""
            .formatted(changes, holes));
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
  }

  private static String shift(LocalDate day, String region, String zone, int hour, String primary) {
    return """
        {"id":"%s","region":"%s","start":"%s","end":"%s","zone":"%s","localStart":"x","localEnd":"x","primary":%s,
        "secondary":null,"shadows":[],"slot":{},"origin":{"pattern":"day","override":null,"holiday":%s}}"""
        .formatted(
            id(100 * hour + day.getDayOfMonth()),
            region,
            at(day, hour),
            at(day, hour + 8),
            zone,
            primary,
            day.getDayOfMonth() == 3 ? "\"US\"" : "null");
  }
}
