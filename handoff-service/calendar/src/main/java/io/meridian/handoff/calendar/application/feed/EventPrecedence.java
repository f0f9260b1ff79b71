package io.meridian.handoff.calendar.application.feed;

import biweekly.property.DateStart;
import biweekly.property.RecurrenceId;
import io.meridian.handoff.calendar.application.feed.FileEvent.ReadableEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a file speak of, and which speaks last of it: of one UID, and of one
 * occurrence of it, the event with the highest SEQUENCE counts, of those the one with the latest
 * DTSTAMP (RFC 5546), of those the last of the file.
 */
final class EventPrecedence {

  /** How {@link FileTime#key} writes a time. */
  private static final DateTimeFormatter KEY = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX");

  /** An event, or one occurrence of it. */
  private record Subject(String uid, @Nullable String occurrence) {}

  private final LeaveIds known;
  private final ZoneId own;
  private final Map<Subject, ReadableEvent> latest = new HashMap<>();
  private final Map<Integer, LeaveRefusal> refused = new HashMap<>();
  private final Map<Integer, Subject> subjects = new HashMap<>();

  /**
   * @param known the leaves that there are
   * @param own the TAM's zone
   */
  EventPrecedence(Collection<ReadableEvent> events, LeaveIds known, ZoneId own) {
    this.known = known;
    this.own = own;
    events.stream()
        .filter(event -> event.event().getRecurrenceId() == null)
        .forEach(event -> put(event, new Subject(event.uid(), null)));
    for (ReadableEvent event : events) {
      if (event.event().getRecurrenceId() != null) {
        try {
          put(event, new Subject(event.uid(), occurrence(event)));
        } catch (LeaveRefusal e) {
          refused.put(event.place(), e);
        } catch (DateTimeException e) {
          refused.put(event.place(), LeaveRefusal.ofDates());
        }
      }
    }
  }

  private void put(ReadableEvent event, Subject subject) {
    subjects.put(event.place(), subject);
    latest.merge(subject, event, (a, b) -> ReadableEvent.AGE.compare(a, b) > 0 ? a : b);
  }

  /** Whether no other speaks of the same later. */
  boolean isLatest(ReadableEvent event) {
    Subject subject = subjects.get(event.place());
    return subject == null || latest.getOrDefault(subject, event).place() == event.place();
  }

  /**
   * The key of the occurrence that it speaks of; null when it speaks of the whole event.
   *
   * @throws LeaveRefusal when its RECURRENCE-ID names none
   */
  @Nullable String occurrenceOf(ReadableEvent event) {
    LeaveRefusal refusal = refused.get(event.place());
    if (refusal != null) {
      throw refusal;
    }
    Subject subject = subjects.get(event.place());
    return subject == null ? null : subject.occurrence();
  }

  /** The keys of the occurrences of an event of which events of their own speak. */
  Set<String> apart(String uid) {
    Set<String> keys = new HashSet<>();
    for (Subject subject : latest.keySet()) {
      if (subject.uid().equals(uid) && subject.occurrence() != null) {
        keys.add(subject.occurrence());
      }
    }
    return keys;
  }

  private String occurrence(ReadableEvent event) {
    RecurrenceId property = event.event().getRecurrenceId();
    if (property.getRange() != null || LeaveSeries.isOne(event.event())) {
      throw new LeaveRefusal(
          "unsupported-rule", "changes many occurrences by RANGE or a rule of its own");
    }
    FileTime id = event.times().of(property, property.getValue());
    ReadableEvent whole = latest.get(new Subject(event.uid(), null));
    return whole == null || whole.event().getDateStart() == null
        ? ofLeaves(event, id)
        : id.of(whole.times().start(whole.event())).key();
  }

  /**
   * The occurrence among the leaves that there are; its own name for it when it is none of them.
   */
  private String ofLeaves(ReadableEvent event, FileTime id) {
    Set<String> keys = known.occurrences(event.uid());
    if (keys.contains(id.key())) {
      return id.key();
    }
    if (!id.isDay()) {
      return id.day(new WallTimes.Known(own))
          .map(FileTime::key)
          .filter(keys::contains)
          .orElse(id.key());
    }
    List<String> thatDay = keys.stream().filter(key -> isOn(key, midnight(event, id))).toList();
    if (thatDay.size() > 1) {
      throw new LeaveRefusal("malformed", "names a day of which there are several occurrences");
    }
    return thatDay.isEmpty() ? id.key() : thatDay.getFirst();
  }

  /** Where its day begins: in the zone in which the event writes its start, if that has a time. */
  private static FileTime midnight(ReadableEvent event, FileTime id) {
    DateStart start = event.event().getDateStart();
    return start == null || start.getValue() == null
        ? id
        : new FileTime(id.wall(), true, event.times().start(event.event()).zone());
  }

  private static boolean isOn(String key, FileTime midnight) {
    if (!key.contains("T")) {
      return false;
    }
    Instant start = OffsetDateTime.parse(key, KEY).toInstant();
    return !start.isBefore(midnight.start())
        && start.isBefore(midnight.on(midnight.wall().plusDays(1)).start());
  }
}
