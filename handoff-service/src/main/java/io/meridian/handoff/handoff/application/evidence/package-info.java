/** Sealing evidence of finished handoffs, and proving that it is as it was. */
@NullMarked
package io.meridian.handoff.handoff.application.evidence;

import org.jspecify.annotations.NullMarked;
