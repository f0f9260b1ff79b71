/** REST resources of the calendar: the document, and what its rosters look like. */
@NullMarked
package io.meridian.handoff.api.calendar;

import org.jspecify.annotations.NullMarked;
