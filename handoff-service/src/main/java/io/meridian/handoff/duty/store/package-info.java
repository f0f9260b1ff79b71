/** Rows of shift changes, of who carries how much and since when, and of timers. */
@NullMarked
package io.meridian.handoff.duty.store;

import org.jspecify.annotations.NullMarked;
