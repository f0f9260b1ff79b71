/** Evidence of finished handoffs over HTTP. */
@NullMarked
package io.meridian.handoff.api.evidence;

import org.jspecify.annotations.NullMarked;
