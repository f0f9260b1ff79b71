package io.meridian.handoff.calendar.application.feed;

import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.ICalTimeZone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.UtcOffset;
import io.meridian.handoff.calendar.application.file.CalendarFile;
import io.meridian.handoff.calendar.application.file.ContentLine;
import io.meridian.handoff.calendar.application.file.FileComponent;
import io.meridian.handoff.calendar.domain.TimeZones;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The zones that the events of a file name. What its VTIMEZONE says of a name counts (RFC 5545
 * section 3.2.19); a name without one is of the time-zone database, or one that Windows has.
 */
final class FileZones {

  private static final Set<String> HEEDED =
      Set.of("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE");
  private static final long OFFSET_MAX_MILLIS = 18 * 3_600_000L;

  /** What the zones of a file may tell together; a whole history of one has some 200. */
  private static final Set<String> CHANGES = Set.of("TZOFFSETTO", "RRULE");

  private static final int CHANGES_MAX = 1_000;
  private static final ContentLine BEGIN = new ContentLine(0, "BEGIN", "", "VEVENT");
  private static final ContentLine END = new ContentLine(0, "END", "", "VEVENT");

  private final Map<String, FileComponent> told = new HashMap<>();
  private final Map<String, WallTimes> read = new HashMap<>();
  private final Map<String, LeaveRefusal> refused = new HashMap<>();
  private long changes;

  FileZones(CalendarFile.Part calendar) {
    for (FileComponent zone : calendar.all("VTIMEZONE")) {
      zone.properties().stream()
          .filter(line -> line.name().equals("TZID") && line.value() != null)
          .findFirst()
          .map(line -> Objects.requireNonNull(line.value()).replaceAll("\\\\([,;\\\\])", "$1"))
          .ifPresent(name -> told.putIfAbsent(name, zone));
    }
  }

  /**
   * The zone of a name.
   *
   * @throws LeaveRefusal for a name that nobody defines
   */
  WallTimes named(String name) {
    LeaveRefusal refusal = refused.get(name);
    if (refusal != null) {
      throw refusal;
    }
    WallTimes known = read.get(name);
    return known == null ? findOnce(name) : known;
  }

  private WallTimes findOnce(String name) {
    try {
      WallTimes found = find(name);
      read.put(name, found);
      return found;
    } catch (LeaveRefusal e) {
      refused.put(name, e);
      throw e;
    }
  }

  private WallTimes find(String name) {
    FileComponent component = told.get(name);
    if (component != null && component.lines().stream().anyMatch(FileZones::isOffset)) {
      return new WallTimes.OfFile(read(name, component));
    }
    return known(name)
        .or(() -> WindowsZones.named(name))
        .map(WallTimes.Known::new)
        .orElseThrow(
            () ->
                new LeaveRefusal(
                    "unknown-zone",
                    "names the zone '"
                        + name
                        + "', which is not in the time-zone database and which no VTIMEZONE tells"));
  }

  private static boolean isOffset(ContentLine line) {
    return line.name().equals("TZOFFSETTO");
  }

  /** A name that begins with a slash is of a registry, and ends with one of the database. */
  private static Optional<ZoneId> known(String name) {
    Optional<ZoneId> zone = TimeZones.named(name);
    for (int at = 0; zone.isEmpty() && name.startsWith("/") && at >= 0; ) {
      zone = TimeZones.named(name.substring(at + 1));
      at = name.indexOf('/', at + 1);
    }
    return zone;
  }

  /** Reads a zone; the library follows its rules at once, so they are looked at before. */
  private ICalTimeZone read(String name, FileComponent component) {
    List<ContentLine> lines = component.lines();
    changes += lines.stream().filter(line -> CHANGES.contains(line.name())).count();
    if (component.isWhole()
        && changes <= CHANGES_MAX
        && lines.stream().noneMatch(line -> line.value() == null && HEEDED.contains(line.name()))
        && lines.stream()
            .filter(line -> line.name().equals("RRULE"))
            .allMatch(FileZones::isYearly)) {
      FileParser.Parsed parsed = FileParser.parse(List.of(), lines);
      List<TimezoneAssignment> zones =
          parsed
              .calendar()
              .map(calendar -> List.copyOf(calendar.getTimezoneInfo().getTimezones()))
              .orElse(List.of());
      if (parsed.unread().stream().noneMatch(HEEDED::contains)
          && zones.size() == 1
          && zones.getFirst().getTimeZone() instanceof ICalTimeZone zone
          && observances(zone.getComponent()).allMatch(FileZones::hasOffset)) {
        return zone;
      }
    }
    throw new LeaveRefusal(
        "unknown-zone", "names the zone '" + name + "', whose VTIMEZONE cannot be read");
  }

  private static Stream<Observance> observances(VTimezone zone) {
    return Stream.concat(zone.getStandardTimes().stream(), zone.getDaylightSavingsTime().stream());
  }

  private static boolean hasOffset(Observance observance) {
    UtcOffset offset =
        observance.getTimezoneOffsetTo() == null
            ? null
            : observance.getTimezoneOffsetTo().getValue();
    return observance.getDateStart() != null
        && offset != null
        && Math.abs(offset.getMillis()) <= OFFSET_MAX_MILLIS;
  }

  private static boolean isYearly(ContentLine rule) {
    Optional<VEvent> event =
        FileParser.parse(List.of(), List.of(BEGIN, rule, END))
            .calendar()
            .flatMap(calendar -> calendar.getEvents().stream().findFirst());
    try {
      RecurrenceRule read = event.map(VEvent::getRecurrenceRule).orElse(null);
      if (read == null || read.getValue() == null) {
        return false;
      }
      RepeatRule.require(read.getValue());
      return read.getValue().getFrequency() == Frequency.YEARLY;
    } catch (LeaveRefusal e) {
      return false;
    }
  }
}
