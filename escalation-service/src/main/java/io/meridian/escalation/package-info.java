/** The escalation service: escalations, their timeline, and the intake from ticketing systems. */
@NullMarked
package io.meridian.escalation;

import org.jspecify.annotations.NullMarked;
