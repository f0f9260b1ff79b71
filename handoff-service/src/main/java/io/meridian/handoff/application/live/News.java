package io.meridian.handoff.application.live;

import org.jspecify.annotations.Nullable;

/**
 * Something for one listener.
 *
 * @param name {@code handoff.offered}, {@code gap.opened}, {@code deadline} …; null for a heartbeat
 * @param id how far the listener has come with it; null for what cannot be missed for good
 * @param data JSON
 */
public record News(@Nullable String name, @Nullable String id, String data) {
  /** Shows that the line is open. */
  public static final News HEARTBEAT = new News(null, null, "");
}
