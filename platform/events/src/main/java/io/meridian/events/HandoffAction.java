package io.meridian.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done, as the briefing of a handoff had it.
 *
 * @param owner whose it is: a TAM id or a name; null when nobody's
 * @param due until when, or null
 */
public record HandoffAction(String text, @Nullable String owner, @Nullable Instant due) {}
