package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.rest.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The whole calendar as people write it. A list that is absent is empty; instants are ISO 8601 in
 * UTC, zones IANA ids, wall times {@code 09:00}.
 */
@Schema(name = "Calendar", example = CalendarDocument.EXAMPLE)
public record CalendarDocument(
    @Nullable List<RegionEntry> regions,
    @Nullable List<TamEntry> tams,
    @Nullable List<RotationEntry> rotations,
    @Nullable List<PatternEntry> shiftPatterns,
    @Nullable List<OverrideEntry> overrides,
    @Nullable List<LeaveEntry> leaves,
    @Nullable List<HolidayEntry> holidays) {

  /** A small document that can be applied. */
  public static final String EXAMPLE =
      """
      {"regions":[{"code":"APAC","name":"Asia-Pacific","zone":"Asia/Singapore","holidays":"SG",\
      "lead":"tam-kai"}],
      "tams":[{"id":"tam-kai","name":"Kai Tan","email":"kai@example.com","region":"APAC",\
      "zone":"Asia/Singapore","status":"ACTIVE","skills":["dns"],"languages":["en"]}],
      "rotations":[{"id":"apac-primary","region":"APAC","tier":"PRIMARY",\
      "participants":["tam-kai"],"period":"WEEKLY","every":1,"zone":"Asia/Singapore",\
      "anchor":"2026-01-05T07:00"}],
      "shiftPatterns":[{"id":"apac-day","region":"APAC","zone":"Asia/Singapore",\
      "days":["MON","TUE","WED","THU","FRI","SAT","SUN"],"start":"07:00","end":"15:00",\
      "effectiveFrom":"2026-01-01","effectiveUntil":null,"rotations":["apac-primary"],\
      "holidayPolicy":"WORKED"}],
      "overrides":[],"leaves":[],"holidays":[]}\
      """;

  /** The document that means the calendar, with nothing left to defaults. */
  public static CalendarDocument of(Calendar calendar) {
    return CalendarWriter.write(calendar);
  }

  /**
   * The calendar it means.
   *
   * @throws Problem 422 that names every field that is wrong
   */
  public Calendar calendar() {
    return CalendarReader.read(this);
  }

  /** The document with other regions. */
  public CalendarDocument withRegions(List<RegionEntry> regions) {
    return new CalendarDocument(
        regions, tams, rotations, shiftPatterns, overrides, leaves, holidays);
  }

  /** The document with other tams. */
  public CalendarDocument withTams(List<TamEntry> tams) {
    return new CalendarDocument(
        regions, tams, rotations, shiftPatterns, overrides, leaves, holidays);
  }

  /** The document with other rotations. */
  public CalendarDocument withRotations(List<RotationEntry> rotations) {
    return new CalendarDocument(
        regions, tams, rotations, shiftPatterns, overrides, leaves, holidays);
  }

  /** The document with other shiftPatterns. */
  public CalendarDocument withShiftPatterns(List<PatternEntry> shiftPatterns) {
    return new CalendarDocument(
        regions, tams, rotations, shiftPatterns, overrides, leaves, holidays);
  }

  /** The document with other overrides. */
  public CalendarDocument withOverrides(List<OverrideEntry> overrides) {
    return new CalendarDocument(
        regions, tams, rotations, shiftPatterns, overrides, leaves, holidays);
  }

  /** The document with other leaves. */
  public CalendarDocument withLeaves(List<LeaveEntry> leaves) {
    return new CalendarDocument(
        regions, tams, rotations, shiftPatterns, overrides, leaves, holidays);
  }

  /**
   * A region.
   *
   * @param holidays name of the holiday calendar it keeps
   * @param lead id of a TAM of the region
   */
  @Schema(name = "CalendarRegion")
  public record RegionEntry(
      @Nullable String code,
      @Nullable String name,
      @Nullable String zone,
      @Nullable String holidays,
      @Nullable String lead) {}

  /**
   * A TAM.
   *
   * @param zone the region's when absent
   * @param status ONBOARDING, ACTIVE (when absent) or INACTIVE
   * @param channels how to reach the TAM; by e-mail alone when there is none
   * @param capacity open escalations they take before others are asked rather; 10 when absent
   */
  @Schema(name = "CalendarTam")
  public record TamEntry(
      @Nullable String id,
      @Nullable String name,
      @Nullable String email,
      @Nullable String region,
      @Nullable String zone,
      @Nullable String status,
      @Nullable List<String> skills,
      @Nullable List<String> languages,
      @Nullable List<ChannelEntry> channels,
      @Nullable Integer capacity) {

    /** The TAM in another region. */
    public TamEntry in(@Nullable String other) {
      return new TamEntry(
          id, name, email, other, zone, status, skills, languages, channels, capacity);
    }
  }

  /**
   * A way to reach a TAM.
   *
   * @param kind EMAIL, SLACK, TEAMS or WEBHOOK
   * @param address a mail address for EMAIL, else the http(s) URL to post to
   * @param delay how long after the first channel it is tried, {@code PT0S} to {@code PT24H};
   *     {@code PT0S} when absent
   * @param order 1 to 100, smaller is tried earlier; the place in the list when absent
   */
  @Schema(name = "CalendarChannel")
  public record ChannelEntry(
      @Nullable String kind,
      @Nullable String address,
      @Nullable String delay,
      @Nullable Integer order) {}

  /**
   * A rotation: its newest version, and the earlier ones. When it is applied, it stays what it was
   * up to that instant, and is what the document says from then on.
   *
   * @param tier PRIMARY, SECONDARY or SHADOW
   * @param period SHIFTS, DAILY, WEEKLY or MONTHLY
   * @param every periods per turn, 1 when absent
   * @param zone the region's when absent
   * @param anchor wall time at which the first participant's turn begins
   * @param effectiveFrom instant from which the newest version holds; absent: since ever
   * @param earlier the versions before the newest, oldest first
   * @param dealt written by the service, for SHIFTS: where the count stands after edits of patterns
   *     or holidays; of a rotation that is in force the document's own is not read
   * @param running written by the service: who stays on shifts that ran at the last edit; not read
   */
  @Schema(name = "CalendarRotation")
  public record RotationEntry(
      @Nullable String id,
      @Nullable String region,
      @Nullable String tier,
      @Nullable List<String> participants,
      @Nullable String period,
      @Nullable Integer every,
      @Nullable String zone,
      @Nullable String anchor,
      @Nullable String effectiveFrom,
      @Nullable List<VersionEntry> earlier,
      @Nullable DealtEntry dealt,
      @Nullable List<RunningEntry> running) {}

  /** An earlier version of a rotation, with the fields of the newest. */
  @Schema(name = "CalendarRotationVersion")
  public record VersionEntry(
      @Nullable String effectiveFrom,
      @Nullable List<String> participants,
      @Nullable String period,
      @Nullable Integer every,
      @Nullable String zone,
      @Nullable String anchor,
      @Nullable DealtEntry dealt) {}

  /**
   * Where the count of a rotation by shifts stands.
   *
   * @param until an instant
   * @param shifts those dealt from the anchor until then; negative while the anchor is to come
   */
  @Schema(name = "CalendarDealt")
  public record DealtEntry(@Nullable String until, @Nullable Integer shifts) {}

  /**
   * A shift that ran when the calendar was edited, and who stays on it until it ends.
   *
   * @param pattern id
   * @param date local date of the shift
   * @param order ids: whose turn it is, then who stands in
   */
  @Schema(name = "CalendarRunning")
  public record RunningEntry(
      @Nullable String pattern, @Nullable String date, @Nullable List<String> order) {}

  /**
   * A shift pattern.
   *
   * @param zone the region's when absent
   * @param days MON to SUN
   * @param end at or before start: the next day; equal to it: 24 hours
   * @param effectiveUntil first date that is no longer effective; absent: for ever
   * @param holidayPolicy WORKED (when absent), OFF or {@code ROSTER:<rotation>}
   */
  @Schema(name = "CalendarShiftPattern")
  public record PatternEntry(
      @Nullable String id,
      @Nullable String region,
      @Nullable String zone,
      @Nullable List<String> days,
      @Nullable String start,
      @Nullable String end,
      @Nullable String effectiveFrom,
      @Nullable String effectiveUntil,
      @Nullable List<String> rotations,
      @Nullable String holidayPolicy) {}

  /**
   * An override: exactly one of {@code replace} (with {@code by}), {@code add} and {@code remove}
   * names a TAM.
   *
   * @param id made from what it does and when, if absent
   * @param region the TAM's when absent
   */
  @Schema(name = "CalendarOverride")
  public record OverrideEntry(
      @Nullable String id,
      @Nullable String region,
      @Nullable String start,
      @Nullable String end,
      @Nullable String replace,
      @Nullable String by,
      @Nullable String add,
      @Nullable String remove,
      @Nullable String reason) {}

  /** A leave; {@code id} is made from the TAM and the start, if absent. */
  @Schema(name = "CalendarLeave")
  public record LeaveEntry(
      @Nullable String id,
      @Nullable String tam,
      @Nullable String start,
      @Nullable String end,
      @Nullable String reason) {}

  /**
   * A date that is a holiday, or is none although the table of public holidays has one: of a
   * holiday calendar or of one region.
   *
   * @param calendar name of the holiday calendar, as regions refer to it
   * @param region code of the region, instead of a calendar
   * @param kind HOLIDAY (when absent) or WORKDAY
   */
  @Schema(name = "CalendarHoliday")
  public record HolidayEntry(
      @Nullable String calendar,
      @Nullable String region,
      @Nullable String date,
      @Nullable String name,
      @Nullable String kind) {}
}
