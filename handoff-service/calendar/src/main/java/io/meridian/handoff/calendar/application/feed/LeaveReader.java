package io.meridian.handoff.calendar.application.feed;

import biweekly.component.VEvent;
import io.meridian.handoff.calendar.application.feed.FileEvent.ReadableEvent;
import io.meridian.handoff.calendar.application.feed.LeaveSeries.Steps;
import io.meridian.handoff.calendar.application.file.CalendarFile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Events of iCalendar files as leave. All-day events and times without a zone are in the TAM's
 * zone. Events that repeat are followed from now on for {@value #AHEAD_MONTHS} months.
 */
final class LeaveReader {

  /** How far ahead an event that repeats is followed. */
  static final int AHEAD_MONTHS = 24;

  private static final Logger LOG = Logger.getLogger(LeaveReader.class);
  private static final int SUMMARY_MAX = 200;

  private final ZoneId zone;
  private final @Nullable String mail;
  private final Instant from;
  private final Instant to;
  private final LeaveIds known;

  /**
   * @param zone the TAM's
   * @param mail the TAM's address: of an event that it has declined they are no part
   * @param known the leaves that there are
   */
  LeaveReader(ZoneId zone, @Nullable String mail, Instant now, LeaveIds known) {
    this.zone = zone;
    this.mail = mail;
    this.from = now;
    this.to = now.atZone(zone).plusMonths(AHEAD_MONTHS).toInstant();
    this.known = known;
  }

  /** What the events of a file say, in its order. */
  List<LeaveItem> read(CalendarFile file) {
    List<FileEvent> events = FileEvent.all(file, zone);
    EventPrecedence precedence =
        new EventPrecedence(
            events.stream()
                .filter(ReadableEvent.class::isInstance)
                .map(ReadableEvent.class::cast)
                .toList(),
            known,
            zone);
    Steps steps = new Steps();
    List<LeaveItem> items = new ArrayList<>();
    for (FileEvent event : events) {
      items.add(
          switch (event) {
            case FileEvent.Refused refused -> refused.item();
            case ReadableEvent one -> answer(one, precedence, steps);
          });
    }
    return items;
  }

  private LeaveItem answer(ReadableEvent event, EventPrecedence precedence, Steps steps) {
    String occurrence = null;
    try {
      occurrence = precedence.occurrenceOf(event);
      return precedence.isLatest(event)
          ? read(event, occurrence, precedence, steps)
          : new LeaveItem.Outdated(event.uid());
    } catch (LeaveRefusal e) {
      return e.of(event.uid(), occurrence);
    } catch (RuntimeException e) {
      // The library follows rules that it did not foresee into whatever ends them: of this event.
      LOG.warnf(e, "An event of an imported file could not be reckoned with");
      return LeaveRefusal.ofDates().of(event.uid(), occurrence);
    }
  }

  private LeaveItem read(
      ReadableEvent readable, @Nullable String occurrence, EventPrecedence all, Steps steps) {
    String absence = readable.absence(mail);
    if (absence != null) {
      return new LeaveItem.NoLeave(readable.uid(), occurrence, absence);
    }
    VEvent event = readable.event();
    if (LeaveSeries.isOne(event)) {
      return new LeaveSeries(readable.times(), from, to, steps)
          .read(event, readable.uid(), summary(event), all.apart(readable.uid()));
    }
    FileTime start = readable.times().start(event);
    return new LeaveItem.Away(
        readable.uid(),
        occurrence,
        start.start(),
        LeaveLength.of(event, readable.times(), start).after(start),
        summary(event));
  }

  private static @Nullable String summary(VEvent event) {
    String text = event.getSummary() == null ? null : event.getSummary().getValue();
    if (text == null || text.isBlank() || text.indexOf(0) >= 0) {
      return null;
    }
    return text.codePointCount(0, text.length()) > SUMMARY_MAX
        ? text.substring(0, text.offsetByCodePoints(0, SUMMARY_MAX))
        : text;
  }
}
