package io.meridian.handoff.calendar.application;

import io.meridian.handoff.calendar.domain.Shift;
import java.util.List;

/** Shifts of a window, and the calendar in force that they go with. */
public record RosterView(InForce inForce, List<Shift> shifts) {}
