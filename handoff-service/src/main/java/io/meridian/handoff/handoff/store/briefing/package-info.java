/** Timelines as replicas, and the versions of briefings. */
@NullMarked
package io.meridian.handoff.handoff.store.briefing;

import org.jspecify.annotations.NullMarked;
