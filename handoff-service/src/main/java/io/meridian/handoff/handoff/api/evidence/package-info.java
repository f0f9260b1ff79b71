/** Evidence of finished handoffs over HTTP. */
@NullMarked
package io.meridian.handoff.handoff.api.evidence;

import org.jspecify.annotations.NullMarked;
