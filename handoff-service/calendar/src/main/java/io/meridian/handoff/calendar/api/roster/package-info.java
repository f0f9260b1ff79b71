/** Resources of single entries of the calendar, and of what people do with their shifts. */
@NullMarked
package io.meridian.handoff.calendar.api.roster;

import org.jspecify.annotations.NullMarked;
