package io.meridian.handoff.application.feed;

import biweekly.component.VEvent;
import biweekly.property.RecurrenceId;
import io.meridian.handoff.application.feed.LeaveSeries.Steps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Events of iCalendar files as leave. All-day events and times without a zone are in the TAM's
 * zone. Events that repeat are followed from now on for {@value #AHEAD_MONTHS} months.
 */
final class LeaveReader {

  /** How far ahead an event that repeats is followed. */
  static final int AHEAD_MONTHS = 24;

  private static final int SUMMARY_MAX = 200;

  private final ZoneId zone;
  private final Instant from;
  private final Instant to;

  LeaveReader(ZoneId zone, Instant now) {
    this.zone = zone;
    this.from = now;
    this.to = now.atZone(zone).plusMonths(AHEAD_MONTHS).toInstant();
  }

  /** What the events of a file say, in its order. */
  List<LeaveItem> read(String ics) {
    List<FileEvent> events = FileEvent.all(ics, zone);
    LeaveItem[] items = new LeaveItem[events.size()];
    Map<String, Omissions> told = new HashMap<>();
    Steps steps = new Steps();
    for (int i = 0; i < items.length; i++) {
      FileEvent event = events.get(i);
      if (event.event().getRecurrenceId() != null) {
        items[i] = answer(event, i, () -> occurrence(event, told));
      }
    }
    for (int i = 0; i < items.length; i++) {
      FileEvent event = events.get(i);
      if (event.event().getRecurrenceId() == null) {
        Omissions elsewhere = told.getOrDefault(event.uid(), new Omissions());
        items[i] = answer(event, i, () -> whole(event, elsewhere, steps));
      }
    }
    return List.of(items);
  }

  private static LeaveItem answer(FileEvent event, int index, Supplier<LeaveItem> reading) {
    if (event.uid().isBlank()) {
      return new LeaveItem.Unreadable("#" + index, "no-uid", "has no UID");
    }
    try {
      if (event.unread() != null) {
        throw new LeaveRefusal("malformed", "has " + event.unread() + " that cannot be read");
      }
      return reading.get();
    } catch (LeaveRefusal e) {
      return e.of(event.uid());
    } catch (DateTimeException | ArithmeticException e) {
      return new LeaveItem.Unreadable(event.uid(), "malformed", "has a date that cannot be read");
    }
  }

  /** An event that stands for one occurrence of another. */
  private LeaveItem occurrence(FileEvent file, Map<String, Omissions> told) {
    VEvent event = file.event();
    RecurrenceId id = event.getRecurrenceId();
    if (id.getRange() != null || LeaveSeries.isOne(event)) {
      throw new LeaveRefusal(
          "unsupported-rule", "changes many occurrences by RANGE or a rule of its own");
    }
    FileTime start = file.times().of(id, id.getValue());
    LeaveItem item =
        isCancelled(event)
            ? new LeaveItem.Cancelled(file.uid(), start.key())
            : away(file, start.key());
    told.computeIfAbsent(file.uid(), uid -> new Omissions()).add(start);
    return item;
  }

  private LeaveItem whole(FileEvent file, Omissions told, Steps steps) {
    VEvent event = file.event();
    if (isCancelled(event)) {
      return new LeaveItem.Cancelled(file.uid(), null);
    }
    return LeaveSeries.isOne(event)
        ? new LeaveSeries(file.times(), from, to, steps)
            .read(event, file.uid(), summary(event), told)
        : away(file, null);
  }

  private static LeaveItem away(FileEvent file, @Nullable String occurrence) {
    VEvent event = file.event();
    FileTime start = file.times().start(event);
    return new LeaveItem.Away(
        file.uid(),
        occurrence,
        start.start(),
        LeaveLength.of(event, file.times(), start).after(start),
        summary(event));
  }

  private static boolean isCancelled(VEvent event) {
    return event.getStatus() != null && event.getStatus().isCancelled();
  }

  private static @Nullable String summary(VEvent event) {
    String text = event.getSummary() == null ? null : event.getSummary().getValue();
    if (text == null || text.isBlank() || text.indexOf(0) >= 0) {
      return null;
    }
    return text.length() > SUMMARY_MAX ? text.substring(0, SUMMARY_MAX) : text;
  }
}
