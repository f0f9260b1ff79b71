/** The calendar as subscribers see it: what they are told of shifts, and how it changes. Pure. */
@NullMarked
package io.meridian.handoff.calendar.domain.feed;

import org.jspecify.annotations.NullMarked;
