package io.meridian.handoff.application.calendar;

import io.meridian.handoff.domain.calendar.Calendar;
import io.meridian.handoff.domain.calendar.CalendarFaults;
import io.meridian.handoff.domain.calendar.Holiday;
import io.meridian.handoff.domain.calendar.HolidayPolicy;
import io.meridian.handoff.domain.calendar.Leave;
import io.meridian.handoff.domain.calendar.Region;
import io.meridian.handoff.domain.calendar.Rotation;
import io.meridian.handoff.domain.calendar.ShiftOverride;
import io.meridian.handoff.domain.calendar.ShiftPattern;
import io.meridian.handoff.domain.calendar.Tam;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From a document to the calendar it means. */
final class CalendarReader {

  private static final String ROSTER = "ROSTER";
  private static final List<String> DAYS =
      Stream.of(DayOfWeek.values()).map(day -> day.name().substring(0, 3)).toList();

  private final Fields fields = new Fields();
  private final Map<String, ZoneId> regionZones = new HashMap<>();
  private final Map<String, String> tamRegions = new HashMap<>();

  private CalendarReader() {}

  /**
   * @throws Problem 422 that names every field that is wrong
   */
  static Calendar read(CalendarDocument document) {
    CalendarReader reader = new CalendarReader();
    Calendar calendar = reader.calendar(document);
    List<Violation> violations = reader.fields.violations();
    if (violations.isEmpty()) {
      violations =
          CalendarFaults.of(calendar).stream()
              .map(fault -> new Violation(fault.pointer(), fault.code(), fault.detail()))
              .toList();
    }
    if (!violations.isEmpty()) {
      throw Problem.unprocessable(violations);
    }
    return calendar;
  }

  private Calendar calendar(CalendarDocument document) {
    List<Region> regions = fields.each("/regions", document.regions(), this::region);
    regions.forEach(region -> regionZones.put(region.code(), region.zone()));
    List<Tam> tams = fields.each("/tams", document.tams(), this::tam);
    tams.forEach(tam -> tamRegions.put(tam.id(), tam.region()));
    return new Calendar(
        regions,
        tams,
        fields.each("/rotations", document.rotations(), this::rotation),
        fields.each("/shiftPatterns", document.shiftPatterns(), this::pattern),
        fields.each("/overrides", document.overrides(), this::override),
        fields.each("/leaves", document.leaves(), this::leave),
        fields.each("/holidays", document.holidays(), this::holiday));
  }

  private Region region(String at, CalendarDocument.RegionEntry entry) {
    return new Region(
        fields.text(at + "/code", entry.code()),
        fields.text(at + "/name", entry.name()),
        fields.zone(at + "/zone", entry.zone()),
        fields.optionalText(at + "/holidays", entry.holidays()),
        fields.text(at + "/lead", entry.lead()));
  }

  private Tam tam(String at, CalendarDocument.TamEntry entry) {
    return new Tam(
        fields.text(at + "/id", entry.id()),
        fields.text(at + "/name", entry.name()),
        fields.optionalText(at + "/email", entry.email()),
        fields.text(at + "/region", entry.region()),
        zone(at, entry.zone(), entry.region()),
        fields.choice(at + "/status", entry.status(), Tam.Status.class, Tam.Status.ACTIVE),
        fields.each(at + "/skills", entry.skills(), fields::text),
        fields.each(at + "/languages", entry.languages(), fields::text));
  }

  private Rotation rotation(String at, CalendarDocument.RotationEntry entry) {
    List<String> participants =
        fields.each(at + "/participants", entry.participants(), fields::text);
    if (participants.isEmpty()) {
      fields.refuse(at + "/participants", "empty", "must name at least one TAM");
      participants = List.of("");
    }
    int every = entry.every() == null ? 1 : entry.every();
    if (every < 1 || every > 1000) {
      fields.refuse(at + "/every", "out-of-range", "must be between 1 and 1000");
      every = 1;
    }
    return new Rotation(
        fields.text(at + "/id", entry.id()),
        fields.text(at + "/region", entry.region()),
        fields.choice(at + "/tier", entry.tier(), Rotation.Tier.class, null),
        participants,
        fields.choice(at + "/period", entry.period(), Rotation.Period.class, null),
        every,
        zone(at, entry.zone(), entry.region()),
        fields.wallTime(at + "/anchor", entry.anchor()));
  }

  private ShiftPattern pattern(String at, CalendarDocument.PatternEntry entry) {
    @Nullable LocalDate until =
        entry.effectiveUntil() == null
            ? null
            : fields.date(at + "/effectiveUntil", entry.effectiveUntil());
    return new ShiftPattern(
        fields.text(at + "/id", entry.id()),
        fields.text(at + "/region", entry.region()),
        zone(at, entry.zone(), entry.region()),
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

  private ShiftOverride override(String at, CalendarDocument.OverrideEntry entry) {
    Instant start = fields.instant(at + "/start", entry.start());
    ShiftOverride.Change change = change(at, entry);
    String tam =
        switch (change) {
          case ShiftOverride.Change.Replace replace -> replace.tam();
          case ShiftOverride.Change.Add add -> add.tam();
          case ShiftOverride.Change.Remove remove -> remove.tam();
        };
    String kind = change.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    String region = entry.region() == null ? tamRegions.get(tam) : entry.region();
    return new ShiftOverride(
        entry.id() == null ? kind + "-" + tam + "-" + start : fields.text(at + "/id", entry.id()),
        fields.text(at + "/region", region),
        start,
        fields.instant(at + "/end", entry.end()),
        change,
        fields.optionalText(at + "/reason", entry.reason()));
  }

  private ShiftOverride.Change change(String at, CalendarDocument.OverrideEntry entry) {
    long named =
        Stream.of(entry.replace(), entry.add(), entry.remove()).filter(t -> t != null).count();
    if (named != 1) {
      fields.refuse(at, "one-of", "must have exactly one of replace, add and remove");
    } else if (entry.by() != null && entry.replace() == null) {
      fields.refuse(at + "/by", "not-allowed", "goes with replace only");
    } else if (entry.add() != null) {
      return new ShiftOverride.Change.Add(fields.text(at + "/add", entry.add()));
    } else if (entry.remove() != null) {
      return new ShiftOverride.Change.Remove(fields.text(at + "/remove", entry.remove()));
    } else {
      return new ShiftOverride.Change.Replace(
          fields.text(at + "/replace", entry.replace()), fields.text(at + "/by", entry.by()));
    }
    return new ShiftOverride.Change.Remove("");
  }

  private Leave leave(String at, CalendarDocument.LeaveEntry entry) {
    String tam = fields.text(at + "/tam", entry.tam());
    Instant start = fields.instant(at + "/start", entry.start());
    return new Leave(
        entry.id() == null ? "leave-" + tam + "-" + start : fields.text(at + "/id", entry.id()),
        tam,
        start,
        fields.instant(at + "/end", entry.end()),
        fields.optionalText(at + "/reason", entry.reason()));
  }

  private Holiday holiday(String at, CalendarDocument.HolidayEntry entry) {
    return new Holiday(
        fields.text(at + "/calendar", entry.calendar()),
        fields.date(at + "/date", entry.date()),
        fields.text(at + "/name", entry.name()));
  }

  private ZoneId zone(String at, @Nullable String zone, @Nullable String region) {
    ZoneId regions = region == null ? null : regionZones.get(region);
    return zone == null && regions != null ? regions : fields.zone(at + "/zone", zone);
  }
}
