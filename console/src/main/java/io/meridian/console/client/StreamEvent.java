package io.meridian.console.client;

import org.jspecify.annotations.Nullable;

/**
 * Something that a service tells on a stream.
 *
 * @param name what it is, e.g. {@code handoff.accepted}; null for a beat, which says no more than
 *     that the stream is open
 * @param id from which the stream goes on after it; null when it does not say
 * @param data JSON
 */
public record StreamEvent(@Nullable String name, @Nullable String id, String data) {
  static final StreamEvent BEAT = new StreamEvent(null, null, "");
}
