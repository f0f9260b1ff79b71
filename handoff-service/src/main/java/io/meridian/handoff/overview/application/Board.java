package io.meridian.handoff.overview.application;

import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.handoff.application.HandoffCard;
import io.meridian.handoff.handoff.application.ShiftChangeReading;
import io.meridian.handoff.overview.domain.GapLine;
import io.meridian.handoff.overview.domain.OpenCount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether everything is held, now and in the hours around.
 *
 * @param band the parts of shifts in the window
 * @param prepared shift changes that were prepared, with how their handoffs stand
 * @param planned those of the window that are still to be prepared
 * @param unaccepted what nobody has taken yet, the gravest first
 * @param holes when no primary is on duty anywhere, in the window
 * @param nextHole the first such hole that is to come and that nobody has agreed to, within a year
 * @param isComplete false when there is more than is shown
 */
public record Board(
    Instant at,
    Instant from,
    Instant to,
    InForce people,
    Roster roster,
    List<Shift> band,
    List<ShiftChangeReading.Summary> prepared,
    List<ShiftChange> planned,
    List<HandoffCard> unaccepted,
    List<OpenCount> open,
    List<GapLine> gaps,
    List<CoverageGap> holes,
    @Nullable CoverageGap nextHole,
    boolean isComplete) {}
