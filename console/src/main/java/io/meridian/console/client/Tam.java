package io.meridian.console.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on the roster.
 *
 * @param zone in which they read times; null for their region's
 * @param status {@code ACTIVE}, {@code ONBOARDING} or {@code INACTIVE}
 */
public record Tam(
    String id,
    String name,
    String region,
    @Nullable String zone,
    @Nullable String status,
    @Nullable List<Channel> channels) {

  /** A way to reach them. */
  public record Channel(String kind, @Nullable String address) {}
}
