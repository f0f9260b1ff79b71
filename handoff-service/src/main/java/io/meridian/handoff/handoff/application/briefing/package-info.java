/** Briefings: followed from timelines, drafted, kept in versions. */
@NullMarked
package io.meridian.handoff.handoff.application.briefing;

import org.jspecify.annotations.NullMarked;
