package io.meridian.handoff.store.calendar;

import io.meridian.handoff.domain.calendar.Shift;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows about a window of the roster, in one snapshot.
 *
 * @param mark null before a calendar was first applied
 * @param shifts the shifts that have begun and share an instant with the window
 */
public record RosterPart(CalendarVersion version, @Nullable HistoryMark mark, List<Shift> shifts) {}
