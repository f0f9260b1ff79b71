package io.meridian.handoff.notification.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in the delivery log.
 *
 * @param status PENDING, DELIVERED, OBSOLETE or UNREACHABLE
 * @param subject what its first line said; null before it was delivered
 * @param unreachability why nothing reaches the recipient; null unless UNREACHABLE
 * @param items how many things it is about
 */
public record DeliveryRecord(
    UUID id,
    NotificationKind kind,
    String recipient,
    String status,
    @Nullable String subject,
    int items,
    int attempts,
    int redeliveries,
    Instant occurredAt,
    Instant createdAt,
    Instant dueAt,
    @Nullable Instant deliveredAt,
    @Nullable Unreachability unreachability) {

  /**
   * An attempt to deliver it.
   *
   * @param channel kind of the channel
   * @param target an address with its secrets left out
   * @param outcome DELIVERED, REFUSED, FAILED, LOST or OBSOLETE; null while it runs
   */
  public record Attempt(
      int number,
      String channel,
      String target,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String outcome,
      @Nullable String detail) {}
}
