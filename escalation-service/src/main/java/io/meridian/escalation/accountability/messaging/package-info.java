/** What handoff-service tells. */
@NullMarked
package io.meridian.escalation.accountability.messaging;

import org.jspecify.annotations.NullMarked;
