/** iCalendar: feeds under secret paths, and import of leave. */
@NullMarked
package io.meridian.handoff.api.feed;

import org.jspecify.annotations.NullMarked;
