/** Shift changes: who hands over to which shift, and when, as a pure function of the roster. */
@NullMarked
package io.meridian.handoff.duty.domain.shiftchange;

import org.jspecify.annotations.NullMarked;
