/** Rows of the calendar: its versions, and the shifts that have begun. */
@NullMarked
package io.meridian.handoff.calendar.store;

import org.jspecify.annotations.NullMarked;
