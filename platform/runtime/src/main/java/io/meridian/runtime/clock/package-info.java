/**
 * The one clock of the house: UTC, millisecond ticks, and outside production able to start anywhere
 * and run at any speed.
 */
@NullMarked
package io.meridian.runtime.clock;

import org.jspecify.annotations.NullMarked;
