/** iCalendar in and out: feeds under secret paths, and import of leave. */
@NullMarked
package io.meridian.handoff.calendar.application.feed;

import org.jspecify.annotations.NullMarked;
