/** Duty: what shift changes follow from the calendar, who could take what, and timers. */
package io.meridian.handoff.duty;
