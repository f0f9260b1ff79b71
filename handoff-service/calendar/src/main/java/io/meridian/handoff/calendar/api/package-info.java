/** REST resources of the calendar: the document, and what its rosters look like. */
@NullMarked
package io.meridian.handoff.calendar.api;

import org.jspecify.annotations.NullMarked;
