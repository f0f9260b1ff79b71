/** Holiday calendars: what the table and the calendar say about dates, and uploads of them. */
@NullMarked
package io.meridian.handoff.calendar.application.holiday;

import org.jspecify.annotations.NullMarked;
