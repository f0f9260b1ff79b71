/** Timelines as replicas, and the versions of briefings. */
@NullMarked
package io.meridian.handoff.store.briefing;

import org.jspecify.annotations.NullMarked;
