/** The chain of evidence: what proves that nothing was changed, dropped or reordered. */
@NullMarked
package io.meridian.handoff.handoff.domain.evidence;

import org.jspecify.annotations.NullMarked;
