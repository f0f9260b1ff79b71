/** REST resources of holiday calendars. */
@NullMarked
package io.meridian.handoff.calendar.api.holiday;

import org.jspecify.annotations.NullMarked;
