package io.meridian.handoff.notification.application.live;

import org.jspecify.annotations.Nullable;

/**
 * Something for one listener.
 *
 * @param name {@code handoff.offered}, {@code gap.opened}, {@code deadline} …; null for a heartbeat
 * @param id how far the listener has come with it; null for what cannot be missed for good
 * @param subject what it is about; null for what is about nothing but the stream
 */
public record News(@Nullable String name, @Nullable String id, @Nullable Subject subject) {
  /** Shows that the line is open. */
  public static final News HEARTBEAT = new News(null, null, null);
}
