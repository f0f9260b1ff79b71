/** Timers as rows, so that they survive restarts. */
@NullMarked
package io.meridian.handoff.duty.store.timer;

import org.jspecify.annotations.NullMarked;
