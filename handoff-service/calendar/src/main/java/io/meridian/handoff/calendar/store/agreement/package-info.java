/** Rows of agreements to coverage holes. */
@NullMarked
package io.meridian.handoff.calendar.store.agreement;

import org.jspecify.annotations.NullMarked;
