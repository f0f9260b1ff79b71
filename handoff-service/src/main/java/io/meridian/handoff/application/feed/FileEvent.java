package io.meridian.handoff.application.feed;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A VEVENT in its file.
 *
 * @param uid as the file has it; blank when it has none
 * @param unread a property that matters and that cannot be read
 */
record FileEvent(VEvent event, FileTimes times, String uid, @Nullable String unread) {

  /** What would be ignored in silence, and would make another leave than the file means. */
  private static final Set<String> HEEDED =
      Set.of("DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID");

  /** The events of a file in their order. */
  static List<FileEvent> all(String ics, ZoneId own) {
    List<List<ParseWarning>> warnings = new ArrayList<>();
    List<ICalendar> calendars = Biweekly.parse(ics).warnings(warnings).all();
    Map<Integer, String> unread = unread(ics, warnings);
    List<FileEvent> events = new ArrayList<>();
    for (ICalendar calendar : calendars) {
      FileTimes times = new FileTimes(calendar.getTimezoneInfo(), own);
      for (VEvent event : calendar.getEvents()) {
        events.add(new FileEvent(event, times, uid(event), unread.get(events.size())));
      }
    }
    return events;
  }

  private static String uid(VEvent event) {
    return event.getUid() == null || event.getUid().getValue() == null
        ? ""
        : event.getUid().getValue();
  }

  /** By the index of the event: the first property that could not be read. */
  private static Map<Integer, String> unread(String ics, List<List<ParseWarning>> warnings) {
    NavigableMap<Integer, Integer> eventOfLine = new TreeMap<>();
    int line = 0;
    for (String text : ics.lines().toList()) {
      line++;
      if (text.strip().equalsIgnoreCase("BEGIN:VEVENT")) {
        eventOfLine.put(line, eventOfLine.size());
      }
    }
    Map<Integer, String> unread = new HashMap<>();
    for (List<ParseWarning> ofCalendar : warnings) {
      for (ParseWarning warning : ofCalendar) {
        if (warning.getLineNumber() != null && HEEDED.contains(warning.getPropertyName())) {
          Map.Entry<Integer, Integer> event = eventOfLine.floorEntry(warning.getLineNumber());
          if (event != null) {
            unread.putIfAbsent(event.getValue(), warning.getPropertyName());
          }
        }
      }
    }
    return unread;
  }
}
