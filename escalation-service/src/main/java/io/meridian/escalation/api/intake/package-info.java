/** Webhooks of ticketing systems: raw bytes in, signature first, then the sender's own words. */
@NullMarked
package io.meridian.escalation.api.intake;

import org.jspecify.annotations.NullMarked;
