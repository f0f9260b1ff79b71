/** iCalendar: feeds under secret paths, and import of leave. */
@NullMarked
package io.meridian.handoff.calendar.api.feed;

import org.jspecify.annotations.NullMarked;
