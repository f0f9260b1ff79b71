/** Evidence and its seals. */
@NullMarked
package io.meridian.handoff.handoff.store.evidence;

import org.jspecify.annotations.NullMarked;
