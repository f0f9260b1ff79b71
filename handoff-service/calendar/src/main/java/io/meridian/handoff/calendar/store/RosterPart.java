package io.meridian.handoff.calendar.store;

import io.meridian.handoff.calendar.domain.Shift;
import java.util.List;

/**
 * What the database knows about a window of the roster, in one snapshot.
 *
 * @param shifts the shifts that have begun and share an instant with the window
 */
public record RosterPart(History history, List<Shift> shifts) {}
