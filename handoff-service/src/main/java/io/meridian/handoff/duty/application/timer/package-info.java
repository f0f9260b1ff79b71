/** The engine's clockwork: timers processed by the leader, in due order, each exactly once. */
@NullMarked
package io.meridian.handoff.duty.application.timer;

import org.jspecify.annotations.NullMarked;
