/** How long the pure computations of the shift calendar take. */
@NullMarked
package io.meridian.bench.calendar;

import org.jspecify.annotations.NullMarked;
