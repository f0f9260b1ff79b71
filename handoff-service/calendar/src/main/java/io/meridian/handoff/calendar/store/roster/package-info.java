/** Rows of what people do with their shifts. */
@NullMarked
package io.meridian.handoff.calendar.store.roster;

import org.jspecify.annotations.NullMarked;
