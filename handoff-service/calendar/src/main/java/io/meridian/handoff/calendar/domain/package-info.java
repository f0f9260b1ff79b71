/**
 * The shift calendar: from rules (patterns, rotations, holidays, leave, overrides) to shifts in
 * UTC, and from shifts to coverage. Pure: no framework, no clock, no I/O.
 */
@NullMarked
package io.meridian.handoff.calendar.domain;

import org.jspecify.annotations.NullMarked;
