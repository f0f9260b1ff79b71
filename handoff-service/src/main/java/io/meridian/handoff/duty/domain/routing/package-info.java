/** Routing: who becomes accountable for an escalation that opens (domain.md section 3). */
@NullMarked
package io.meridian.handoff.duty.domain.routing;

import org.jspecify.annotations.NullMarked;
