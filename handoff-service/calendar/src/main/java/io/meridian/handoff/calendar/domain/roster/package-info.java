/** What TAMs agree on about their shifts, and what they have worked. Pure. */
@NullMarked
package io.meridian.handoff.calendar.domain.roster;

import org.jspecify.annotations.NullMarked;
