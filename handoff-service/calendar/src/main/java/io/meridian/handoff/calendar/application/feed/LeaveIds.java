package io.meridian.handoff.calendar.application.feed;

import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.CalendarDocument.LeaveEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ids of leaves that come from files. The same UID of the same TAM is the same leave, and with
 * the key of an occurrence the same of a series.
 */
final class LeaveIds {

  private final String tam;
  private final List<String> present;

  /** Those of a TAM; the document has the leaves that are there. */
  LeaveIds(String tam, CalendarDocument document) {
    this.tam = tam;
    this.present =
        Objects.requireNonNullElse(document.leaves(), List.<LeaveEntry>of()).stream()
            .map(leave -> Objects.requireNonNull(leave.id()))
            .toList();
  }

  /**
   * The id of an event's leave.
   *
   * @param occurrence the key of one occurrence; null for the whole event
   */
  String of(String uid, @Nullable String occurrence) {
    String name = tam + "\n" + uid;
    String whole = "ical-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    return occurrence == null ? whole : whole + "-" + occurrence;
  }

  /** The keys of the occurrences of an event that there are as leaves. */
  Set<String> occurrences(String uid) {
    String series = of(uid, "");
    return present.stream()
        .filter(id -> id.startsWith(series))
        .map(id -> id.substring(series.length()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
