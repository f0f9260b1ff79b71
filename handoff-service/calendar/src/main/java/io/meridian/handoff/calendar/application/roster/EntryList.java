package io.meridian.handoff.calendar.application.roster;

import io.meridian.handoff.calendar.application.CalendarDocument;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of the lists that the calendar document consists of, whose entries are resources.
 *
 * @param name the member of the document: {@code shiftPatterns}
 * @param noun one entry, for people: {@code shift pattern}
 * @param idField the entry's member that names it: {@code id}
 * @param type of the entries
 * @param idOf the name of an entry of a document with nothing left to defaults
 * @param of the list in a document
 * @param in a document with another list in its place
 * @param making what else becomes of a document when an entry is added
 */
public record EntryList<E>(
    String name,
    String noun,
    String idField,
    Class<E> type,
    Function<E, String> idOf,
    Function<CalendarDocument, List<E>> of,
    BiFunction<CalendarDocument, List<E>, CalendarDocument> in,
    BiFunction<CalendarDocument, E, CalendarDocument> making) {

  /** The regions, by code. */
  public static final EntryList<CalendarDocument.RegionEntry> REGIONS =
      new EntryList<>(
          "regions",
          "region",
          "code",
          CalendarDocument.RegionEntry.class,
          e -> given(e.code()),
          d -> given(d.regions()),
          CalendarDocument::withRegions,
          EntryList::leadMovesIn);

  /** The TAMs. */
  public static final EntryList<CalendarDocument.TamEntry> TAMS =
      new EntryList<>(
          "tams",
          "TAM",
          "id",
          CalendarDocument.TamEntry.class,
          e -> given(e.id()),
          d -> given(d.tams()),
          CalendarDocument::withTams,
          (document, made) -> document);

  /** The rotations. */
  public static final EntryList<CalendarDocument.RotationEntry> ROTATIONS =
      new EntryList<>(
          "rotations",
          "rotation",
          "id",
          CalendarDocument.RotationEntry.class,
          e -> given(e.id()),
          d -> given(d.rotations()),
          CalendarDocument::withRotations,
          (document, made) -> document);

  /** The shift patterns. */
  public static final EntryList<CalendarDocument.PatternEntry> SHIFT_PATTERNS =
      new EntryList<>(
          "shiftPatterns",
          "shift pattern",
          "id",
          CalendarDocument.PatternEntry.class,
          e -> given(e.id()),
          d -> given(d.shiftPatterns()),
          CalendarDocument::withShiftPatterns,
          (document, made) -> document);

  /** The overrides. */
  public static final EntryList<CalendarDocument.OverrideEntry> OVERRIDES =
      new EntryList<>(
          "overrides",
          "override",
          "id",
          CalendarDocument.OverrideEntry.class,
          e -> given(e.id()),
          d -> given(d.overrides()),
          CalendarDocument::withOverrides,
          (document, made) -> document);

  /** The leaves. */
  public static final EntryList<CalendarDocument.LeaveEntry> LEAVES =
      new EntryList<>(
          "leaves",
          "leave",
          "id",
          CalendarDocument.LeaveEntry.class,
          e -> given(e.id()),
          d -> given(d.leaves()),
          CalendarDocument::withLeaves,
          (document, made) -> document);

  /** A lead belongs to the region, so whoever is to lead a new one moves to it. */
  private static CalendarDocument leadMovesIn(
      CalendarDocument document, CalendarDocument.RegionEntry region) {
    return document.withTams(
        given(document.tams()).stream()
            .map(tam -> given(tam.id()).equals(region.lead()) ? tam.in(region.code()) : tam)
            .toList());
  }

  private static <T> T given(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
