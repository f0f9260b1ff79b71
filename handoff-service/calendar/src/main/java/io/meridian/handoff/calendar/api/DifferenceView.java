package io.meridian.handoff.calendar.api;

import io.meridian.handoff.calendar.application.CalendarDocument;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.handoff.calendar.application.roster.EntryDifference;
import io.meridian.handoff.calendar.domain.CalendarDifference;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.calendar.domain.RosterWarning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What applying a document would change: nothing is stored.
 *
 * @param revision the revision in force
 * @param from start of the window looked at: now
 * @param to end of the window: 12 months later
 * @param entries what the documents differ in; empty when applying changes nothing
 * @param warnings what would be likely wrong with the roster of the window
 * @param newWarnings those of them that the calendar in force has not, or has less of
 */
@Schema(name = "CalendarDifference")
public record DifferenceView(
    long revision,
    Instant from,
    Instant to,
    List<EntryDifference> entries,
    Changes shifts,
    Gaps gaps,
    List<RosterWarning> warnings,
    List<RosterWarning> newWarnings) {

  /** Most items that a list shows; counts are always whole. */
  private static final int ITEMS_MAX = 500;

  /** The same stretch of a shift, before and after. */
  @Schema(name = "CalendarReassignment")
  public record Reassignment(ShiftView before, ShiftView after) {}

  /** How many parts of shifts change. */
  @Schema(name = "CalendarDifferenceCounts")
  public record Counts(int added, int removed, int reassigned) {}

  /** Changed parts of shifts: the first 500 of each kind. */
  @Schema(name = "CalendarShiftChanges")
  public record Changes(
      Counts counts,
      List<ShiftView> added,
      List<ShiftView> removed,
      List<Reassignment> reassigned) {}

  /**
   * Changes of coverage: the first 500 of each kind.
   *
   * @param created stretches that would be without a primary on duty and are not now
   * @param healed stretches that are without one and would not be, with the cause they have
   * @param result all that there would be
   */
  @Schema(name = "CalendarGapChanges")
  public record Gaps(
      List<CoverageResource.GapView> created,
      List<CoverageResource.GapView> healed,
      GapTotals result) {}

  /** How many gaps, and how long together. */
  @Schema(name = "CalendarGapTotals")
  public record GapTotals(int count, Duration total) {}

  /** The difference as callers see it. */
  public static DifferenceView of(RosterQueries.Preview preview) {
    CalendarDifference difference = preview.difference();
    InForce before = preview.before();
    InForce after = preview.after();
    return new DifferenceView(
        before.revision(),
        preview.from(),
        preview.to(),
        EntryDifference.between(
            CalendarDocument.of(before.calendar()), CalendarDocument.of(after.calendar())),
        new Changes(
            new Counts(
                difference.added().size(),
                difference.removed().size(),
                difference.reassigned().size()),
            difference.added().stream()
                .limit(ITEMS_MAX)
                .map(shift -> ShiftView.of(after, shift))
                .toList(),
            difference.removed().stream()
                .limit(ITEMS_MAX)
                .map(shift -> ShiftView.of(before, shift))
                .toList(),
            difference.reassigned().stream()
                .limit(ITEMS_MAX)
                .map(
                    r ->
                        new Reassignment(
                            ShiftView.of(before, r.before()), ShiftView.of(after, r.after())))
                .toList()),
        new Gaps(
            gaps(difference.gapsCreated()),
            gaps(difference.gapsHealed()),
            totals(difference.gapsAfter())),
        preview.warnings(),
        preview.newWarnings());
  }

  private static GapTotals totals(List<CoverageGap> gaps) {
    return new GapTotals(
        gaps.size(),
        gaps.stream()
            .map(gap -> Duration.between(gap.start(), gap.end()))
            .reduce(Duration.ZERO, Duration::plus));
  }

  private static List<CoverageResource.GapView> gaps(List<CoverageGap> gaps) {
    return gaps.stream().limit(ITEMS_MAX).map(CoverageResource.GapView::of).toList();
  }
}
