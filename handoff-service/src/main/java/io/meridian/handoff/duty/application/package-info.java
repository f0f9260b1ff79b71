/** What the engine decides by: durations, deadlines, and rosters wide enough. */
@NullMarked
package io.meridian.handoff.duty.application;

import org.jspecify.annotations.NullMarked;
