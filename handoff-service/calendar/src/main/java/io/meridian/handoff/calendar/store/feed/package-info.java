/** Rows of calendar feeds. */
@NullMarked
package io.meridian.handoff.calendar.store.feed;

import org.jspecify.annotations.NullMarked;
