package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.HolidayPolicy;
import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.ShiftPattern;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads who takes turns, and when there are shifts: rotations and patterns. */
final class RosterReader {

  private static final String ROSTER = "ROSTER";
  private static final int SHIFTS_MAX = 1_000_000_000;
  private static final List<String> DAYS =
      Stream.of(DayOfWeek.values()).map(day -> day.name().substring(0, 3)).toList();

  private final Fields fields;
  private final RegionZones zones;

  RosterReader(Fields fields, RegionZones zones) {
    this.fields = fields;
    this.zones = zones;
  }

  Rotation rotation(String at, CalendarDocument.RotationEntry entry) {
    List<Rotation.Version> versions =
        new ArrayList<>(
            fields.each(
                at + "/earlier",
                entry.earlier(),
                (pointer, earlier) -> version(pointer, earlier, entry.region())));
    CalendarDocument.VersionEntry newest =
        new CalendarDocument.VersionEntry(
            entry.effectiveFrom(),
            entry.participants(),
            entry.period(),
            entry.every(),
            entry.zone(),
            entry.anchor(),
            entry.dealt());
    versions.add(version(at, newest, entry.region()));
    return new Rotation(
        fields.text(at + "/id", entry.id()),
        fields.text(at + "/region", entry.region()),
        fields.choice(at + "/tier", entry.tier(), Rotation.Tier.class, null),
        versions,
        fields.each(at + "/running", entry.running(), this::running));
  }

  private Rotation.Running running(String at, CalendarDocument.RunningEntry entry) {
    return new Rotation.Running(
        fields.text(at + "/pattern", entry.pattern()),
        fields.date(at + "/date", entry.date()),
        fields.each(at + "/order", entry.order(), fields::text));
  }

  private Rotation.@Nullable Dealt dealt(String at, CalendarDocument.@Nullable DealtEntry entry) {
    return entry == null
        ? null
        : new Rotation.Dealt(
            fields.instant(at + "/until", entry.until()),
            fields.number(at + "/shifts", entry.shifts(), -SHIFTS_MAX, SHIFTS_MAX, 0));
  }

  private Rotation.Version version(
      String at, CalendarDocument.VersionEntry entry, @Nullable String region) {
    List<String> participants =
        fields.each(at + "/participants", entry.participants(), fields::text);
    if (participants.isEmpty()) {
      fields.refuse(at + "/participants", "empty", "must name at least one TAM");
      participants = List.of("");
    }
    @Nullable Instant from =
        entry.effectiveFrom() == null
            ? null
            : fields.instant(at + "/effectiveFrom", entry.effectiveFrom());
    return new Rotation.Version(
        from,
        participants,
        fields.choice(at + "/period", entry.period(), Rotation.Period.class, null),
        fields.number(at + "/every", entry.every(), 1, 1000, 1),
        zones.zone(at, entry.zone(), region),
        fields.wallTime(at + "/anchor", entry.anchor()),
        dealt(at + "/dealt", entry.dealt()));
  }

  ShiftPattern pattern(String at, CalendarDocument.PatternEntry entry) {
    @Nullable LocalDate until =
        entry.effectiveUntil() == null
            ? null
            : fields.date(at + "/effectiveUntil", entry.effectiveUntil());
    return new ShiftPattern(
        fields.text(at + "/id", entry.id()),
        fields.text(at + "/region", entry.region()),
        zones.zone(at, entry.zone(), entry.region()),
        Set.copyOf(fields.each(at + "/days", entry.days(), this::day)),
        fields.time(at + "/start", entry.start()),
        fields.time(at + "/end", entry.end()),
        fields.date(at + "/effectiveFrom", entry.effectiveFrom()),
        until,
        fields.each(at + "/rotations", entry.rotations(), fields::text),
        policy(at + "/holidayPolicy", entry.holidayPolicy()));
  }

  private DayOfWeek day(String at, String value) {
    int day = DAYS.indexOf(fields.text(at, value));
    if (day < 0 && !value.isBlank()) {
      fields.refuse(at, "unknown-value", "must be one of " + DAYS);
    }
    return DayOfWeek.of(Math.max(0, day) + 1);
  }

  private HolidayPolicy policy(String at, @Nullable String value) {
    if (value == null || value.equals("WORKED")) {
      return new HolidayPolicy.Worked();
    }
    if (value.equals("OFF")) {
      return new HolidayPolicy.Off();
    }
    if (value.startsWith(ROSTER + ":") || value.startsWith(ROSTER + " ")) {
      return new HolidayPolicy.Roster(
          fields.text(at, value.substring(ROSTER.length() + 1).strip()));
    }
    fields.refuse(at, "unknown-value", "must be WORKED, OFF or ROSTER:<rotation>");
    return new HolidayPolicy.Worked();
  }
}
