package io.meridian.handoff.calendar.application.feed;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.meridian.handoff.calendar.application.file.CalendarFile;
import io.meridian.handoff.calendar.application.file.ContentLine;
import io.meridian.handoff.calendar.application.file.FileComponent;
import io.meridian.handoff.calendar.application.file.TextFile;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the events of one calendar of a file, each by itself. */
final class EventReader {

  /** What makes the leave: an event of which it cannot be read is refused. */
  private static final Set<String> HEEDED =
      Set.of(
          "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SEQUENCE");

  private static final Set<String> ONCE =
      Set.of(
          "UID", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID", "SEQUENCE", "STATUS", "TRANSP");

  /** What else is read; the rest of an event is nobody's business. */
  private static final Set<String> OTHERS =
      Set.of("UID", "DTSTART", "DTSTAMP", "STATUS", "TRANSP", "ATTENDEE", "SUMMARY");

  /** A vCalendar 1.0 tells its zone for all events. */
  private static final Set<String> HEADER = Set.of("VERSION", "TZ", "DAYLIGHT");

  private static final Set<String> METHODS = Set.of("PUBLISH", "REQUEST", "REPLY", "CANCEL");

  private final List<ContentLine> header;
  private final String method;
  private final boolean hasDateLists;
  private final FileZones zones;
  private final ZoneId own;

  EventReader(CalendarFile.Part calendar, ZoneId own) {
    this.header =
        calendar.properties().stream().filter(line -> HEADER.contains(line.name())).toList();
    this.method = calendar.property("METHOD").orElse("PUBLISH");
    this.hasDateLists = !calendar.property("VERSION").orElse("").equals("1.0");
    this.zones = new FileZones(calendar);
    this.own = own;
  }

  /**
   * Reads an event.
   *
   * @param place its place in the file, from 0
   */
  FileEvent read(FileComponent component, int place) {
    String uid =
        component.properties().stream()
            .filter(line -> line.name().equals("UID") && line.value() != null)
            .map(line -> Objects.requireNonNull(line.value()))
            .findFirst()
            .orElse("");
    try {
      requireWhole(component);
      requireUid(uid);
      if (!METHODS.contains(method)) {
        throw new LeaveRefusal("unsupported-method", "is of a message with METHOD:" + method);
      }
      return readable(component, place);
    } catch (LeaveRefusal e) {
      return new FileEvent.Refused(e.of(uid.isBlank() || !isText(uid) ? "#" + place : uid, null));
    }
  }

  private static void requireWhole(FileComponent component) {
    if (!component.isWhole()) {
      throw new LeaveRefusal(
          "malformed",
          "of line " + component.line() + " lacks a BEGIN or an END, itself or a part of it");
    }
    Set<String> seen = new HashSet<>();
    for (ContentLine line : component.properties()) {
      if (line.value() == null && isRead(line)) {
        throw new LeaveRefusal(
            "malformed", "has " + line.name() + " without a value in line " + line.number());
      }
      if (ONCE.contains(line.name()) && !seen.add(line.name())) {
        throw new LeaveRefusal("malformed", "has " + line.name() + " more than once");
      }
    }
  }

  private static void requireUid(String uid) {
    if (uid.isBlank()) {
      throw new LeaveRefusal("no-uid", "has no UID");
    }
    if (!isText(uid)) {
      throw new LeaveRefusal("malformed", "has a UID that is no text");
    }
  }

  private static boolean isText(String uid) {
    return uid.chars().noneMatch(c -> Character.isISOControl(c) || c == TextFile.NO_TEXT);
  }

  private static boolean isRead(ContentLine line) {
    return HEEDED.contains(line.name()) || OTHERS.contains(line.name());
  }

  private FileEvent.ReadableEvent readable(FileComponent component, int place) {
    List<ContentLine> lines = new ArrayList<>();
    lines.add(component.lines().getFirst());
    component.properties().stream()
        .filter(EventReader::isRead)
        .flatMap(this::plain)
        .forEach(lines::add);
    lines.add(component.lines().getLast());
    FileParser.Parsed parsed = FileParser.parse(header, lines);
    parsed.unread().stream()
        .filter(HEEDED::contains)
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new LeaveRefusal("malformed", "has " + name + " that cannot be read");
            });
    ICalendar calendar =
        parsed.calendar().orElseThrow(() -> new LeaveRefusal("malformed", "cannot be read"));
    if (calendar.getEvents().size() != 1 || calendar.getEvents().getFirst().getUid() == null) {
      throw new LeaveRefusal("malformed", "cannot be read");
    }
    VEvent event = calendar.getEvents().getFirst();
    return new FileEvent.ReadableEvent(
        place,
        event.getUid().getValue(),
        method,
        event,
        new FileTimes(zones, calendar.getTimezoneInfo(), own));
  }

  /** Lists of dates one by one, each said to be what it is: applications leave that out. */
  private Stream<ContentLine> plain(ContentLine line) {
    if (!hasDateLists || !(line.name().equals("EXDATE") || line.name().equals("RDATE"))) {
      return Stream.of(line);
    }
    String others = line.parameters().replaceAll("(?i);VALUE=[^;:]*", "");
    return Stream.of(Objects.requireNonNull(line.value()).split(","))
        .map(
            value ->
                new ContentLine(
                    line.number(), line.name(), others + ";VALUE=" + type(value), value.strip()));
  }

  private static String type(String value) {
    return value.contains("/") ? "PERIOD" : value.strip().matches("\\d{8}") ? "DATE" : "DATE-TIME";
  }
}
