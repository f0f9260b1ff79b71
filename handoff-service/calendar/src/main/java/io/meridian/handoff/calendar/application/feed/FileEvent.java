package io.meridian.handoff.calendar.application.feed;

import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.DateTimeStamp;
import io.meridian.handoff.calendar.application.file.CalendarFile;
import io.meridian.handoff.calendar.application.file.FileComponent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A VEVENT of a file. */
sealed interface FileEvent {

  /** One that cannot be taken, whatever else the file says. */
  record Refused(LeaveItem.Unreadable item) implements FileEvent {}

  /**
   * One that can be read.
   *
   * @param place its place in the file, from 0
   * @param method of the message that the file is (RFC 5546); PUBLISH when it is none
   */
  record ReadableEvent(int place, String uid, String method, VEvent event, FileTimes times)
      implements FileEvent {

    /** Of two that speak of the same, the later one is the greater (RFC 5546 section 2.1.5). */
    static final Comparator<ReadableEvent> AGE =
        Comparator.comparingInt(ReadableEvent::sequence)
            .thenComparing(ReadableEvent::stamp)
            .thenComparingInt(ReadableEvent::place);

    private int sequence() {
      return event.getSequence() == null || event.getSequence().getValue() == null
          ? 0
          : event.getSequence().getValue();
    }

    private Instant stamp() {
      DateTimeStamp stamp = event.getDateTimeStamp();
      return stamp == null || stamp.getValue() == null
          ? Instant.EPOCH
          : stamp.getValue().toInstant();
    }

    /** Why it is no leave, whenever it is; null when it is one. */
    @Nullable String absence(@Nullable String mail) {
      String status = event.getStatus() == null ? null : event.getStatus().getValue();
      if (method.equals("CANCEL")
          || "CANCELLED".equalsIgnoreCase(status)
          || "CANCELED".equalsIgnoreCase(status)) {
        return "is cancelled";
      }
      if (event.getTransparency() != null
          && "TRANSPARENT".equalsIgnoreCase(event.getTransparency().getValue())) {
        return "leaves its time free (TRANSP:TRANSPARENT; as busy it would be leave)";
      }
      return event.getAttendees().stream().anyMatch(attendee -> isDeclined(attendee, mail))
          ? "is declined"
          : null;
    }

    private boolean isDeclined(Attendee attendee, @Nullable String mail) {
      return attendee.getParticipationStatus() == ParticipationStatus.DECLINED
          && (method.equals("REPLY") || mail != null && mail.equalsIgnoreCase(attendee.getEmail()));
    }
  }

  /** The events of a file in their order. */
  static List<FileEvent> all(CalendarFile file, ZoneId own) {
    List<FileEvent> events = new ArrayList<>();
    for (CalendarFile.Part calendar : file.calendars()) {
      EventReader reader = new EventReader(calendar, own);
      for (FileComponent component : calendar.all("VEVENT")) {
        events.add(reader.read(component, events.size()));
      }
    }
    return events;
  }
}
