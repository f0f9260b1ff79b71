/** Webhooks of ticketing systems: raw bytes in, signature first, then the sender's own words. */
@NullMarked
package io.meridian.escalation.intake.api;

import org.jspecify.annotations.NullMarked;
