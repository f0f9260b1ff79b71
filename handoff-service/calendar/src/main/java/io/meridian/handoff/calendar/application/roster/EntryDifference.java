package io.meridian.handoff.calendar.application.roster;

import io.meridian.handoff.calendar.application.CalendarDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry of the document that another document has not, or not so.
 *
 * @param list the member of the document: {@code shiftPatterns}
 * @param id the entry's name; for a holiday its calendar or region, and its date
 */
@Schema(name = "CalendarEntryDifference")
public record EntryDifference(String list, String id, Change change) {

  /** What becomes of it. */
  @Schema(name = "CalendarEntryChange")
  public enum Change {
    ADDED,
    REMOVED,
    CHANGED
  }

  /** Whatever two documents with nothing left to defaults differ in; empty when they are equal. */
  public static List<EntryDifference> between(CalendarDocument before, CalendarDocument after) {
    List<EntryDifference> all = new ArrayList<>();
    for (EntryList<?> list :
        List.of(
            EntryList.REGIONS,
            EntryList.TAMS,
            EntryList.ROTATIONS,
            EntryList.SHIFT_PATTERNS,
            EntryList.OVERRIDES,
            EntryList.LEAVES)) {
      all.addAll(between(list, before, after));
    }
    all.addAll(
        between(
            "holidays",
            Objects.requireNonNullElse(before.holidays(), List.of()),
            Objects.requireNonNullElse(after.holidays(), List.of()),
            h -> Objects.requireNonNullElse(h.calendar(), h.region()) + " " + h.date()));
    return all;
  }

  private static <E> List<EntryDifference> between(
      EntryList<E> list, CalendarDocument before, CalendarDocument after) {
    return between(list.name(), list.of().apply(before), list.of().apply(after), list.idOf());
  }

  private static <E> List<EntryDifference> between(
      String list, List<E> before, List<E> after, Function<E, String> id) {
    Map<String, E> gone = new LinkedHashMap<>();
    before.forEach(entry -> gone.put(id.apply(entry), entry));
    List<EntryDifference> differences = new ArrayList<>();
    for (E entry : after) {
      String name = id.apply(entry);
      E known = gone.remove(name);
      if (known == null) {
        differences.add(new EntryDifference(list, name, Change.ADDED));
      } else if (!known.equals(entry)) {
        differences.add(new EntryDifference(list, name, Change.CHANGED));
      }
    }
    gone.keySet().forEach(name -> differences.add(new EntryDifference(list, name, Change.REMOVED)));
    return differences;
  }
}
