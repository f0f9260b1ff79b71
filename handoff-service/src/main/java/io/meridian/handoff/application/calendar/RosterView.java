package io.meridian.handoff.application.calendar;

import io.meridian.handoff.domain.calendar.Shift;
import java.util.List;

/** Shifts of a window, and the calendar in force that they go with. */
public record RosterView(InForce inForce, List<Shift> shifts) {}
