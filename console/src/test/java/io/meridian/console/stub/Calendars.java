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

  /** The address of the preview of Kai on for Kim. */
  public static final String SUBSTITUTION =
      "/calendar/override?replace=tam-kim&by=tam-kai&start=2027-01-04T15:00&end=2027-01-04T23:00";

  /** Of Kai for Kim. */
  public static final String OVERRIDE = "replace-tam-kim";

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
    House.answers("POST /api/v1/leaves?dryRun=true", difference(changes, holes));
  }

  private static String difference(String changes, String holes) {
    return """
        {"revision":14,"from":"x","to":"x","entries":[{"list":"overrides","id":"o1","change":"ADDED"}],
        "shifts":{"counts":{},"added":[],"removed":[],"reassigned":[%s]},
        "gaps":{"created":[%s],"healed":[],"result":{"count":0,"total":"PT0S"}},
        "warnings":[],"newWarnings":[{"kind":"SHORT_REST","tam":"tam-ewa","region":"EMEA","start":null,"end":null,"count":1,
        "detail":"Ewa Nowak rests 9 h before Tue 5 Jan"}]}"""
        .formatted(changes, holes);
  }

  /**
   * Putting Kai on for Kim, taking that back, or another document: one shift is somebody else's.
   */
  public static void changes() {
    LocalDate day = LocalDate.parse("2027-01-04");
    String shift = "{\"before\":%s,\"after\":%s}";
    String kai = "{\"id\":\"tam-kai\",\"name\":\"Kai Tan\"}";
    String change =
        difference(
            shift.formatted(
                shift(day, "AMER", "America/New_York", 15, KIM),
                shift(day, "AMER", "America/New_York", 15, kai)),
            "");
    House.answers("POST /api/v1/overrides?dryRun=true", change);
    House.answers("DELETE /api/v1/overrides/" + OVERRIDE + "?dryRun=true", change);
    House.answers("PUT /api/v1/calendar?dryRun=true", change);
    House.answers("GET /api/v1/calendar", "{\"regions\":[],\"tams\":[]}");
    String override =
        """
        {"id":"%s","region":"AMER","start":"%s","end":"%s","replace":"tam-kim","by":"tam-kai","reason":"dentist"}"""
            .formatted(OVERRIDE, at(day, 15), at(day, 23));
    House.answers("GET /api/v1/overrides/" + OVERRIDE, override);
    Stories.list("GET /api/v1/overrides", List.of(override));
    Stories.list(
        "GET /api/v1/leaves",
        List.of(
            "{\"id\":\"l1\",\"tam\":\"tam-kim\",\"start\":\"%s\",\"end\":\"%s\",\"reason\":null}"
                .formatted(at(day, 0), at(day.plusDays(5), 0))));
    Stories.people();
  }

  /** Why Kim has the shift of a day to come, which Kai was put on for her, or her first of now. */
  public static void explanation() {
    String why =
        """
        {"shift":%s,"basis":"RULES","revision":14,"tzdb":"2026a","pattern":null,"start":{},"end":{},
        "clockChange":{"at":"x","sentence":"The clocks go forward by an hour."},"holiday":null,"places":[],
        "override":{"id":"%s","change":"REPLACE","reason":null,"sentence":"x"},
        "sentences":["Kim is next in the rotation"]}"""
            .formatted(
                shift(LocalDate.parse("2031-01-04"), "AMER", "America/New_York", 15, KIM),
                OVERRIDE);
    for (int shift : new int[] {1, 1501}) {
      House.answers("GET /api/v1/shifts/" + id(shift) + "/explanation", why);
    }
    Stories.people();
  }

  /** Ewa asks Kim, Kim asks Ewa, and one has been declined. */
  public static void swaps() {
    Stories.list(
        "GET /api/v1/swap-requests",
        List.of(
            swap(1, EWA, KIM, "ASKED", "\"dentist\"", "null"),
            swap(2, KIM, EWA, "ASKED", "null", "null"),
            swap(3, KIM, EWA, "DECLINED", "null", "\"away that week\"")));
  }

  private static String swap(
      int number, String asker, String asked, String status, String reason, String answer) {
    return """
        {"id":"%s","asker":%s,"asked":%s,"shift":{"id":"%s","region":"AMER","start":"%s","end":"%s"},"inExchangeFor":null,
        "reason":%s,"status":"%s","askedAt":"%s","expiresAt":"%s","answeredBy":null,"answeredAt":null,"answer":%s,
        "overrides":[],"revision":1,"changedAt":"%s"}"""
        .formatted(
            id(number),
            asker,
            asked,
            id(1),
            Stories.in(3000),
            Stories.in(3480),
            reason,
            status,
            Stories.in(-60),
            Stories.in(2000),
            answer,
            Stories.in(-60));
  }

  /** Christmas is agreed to, and a week has a hole a day. */
  public static void agreements() {
    Stories.list(
        "GET /api/v1/coverage/agreements",
        List.of(
            "{\"id\":\"%s\",\"from\":\"%s\",\"until\":\"%s\",\"why\":\"Christmas: customers were told\",\"by\":\"manager-mia\"}"
                .formatted(id(5), Stories.in(9000), Stories.in(10000))));
    LocalDate day = LocalDate.parse("2027-03-14");
    Stories.list(
        "GET /api/v1/coverage/gaps",
        IntStream.range(0, 5)
            .mapToObj(day::plusDays)
            .map(
                one ->
                    "{\"start\":\"%s\",\"end\":\"%s\",\"cause\":\"CLOCK_CHANGE\",\"duration\":\"PT1H\",\"agreed\":null}"
                        .formatted(at(one, 22), at(one, 23)))
            .toList());
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
