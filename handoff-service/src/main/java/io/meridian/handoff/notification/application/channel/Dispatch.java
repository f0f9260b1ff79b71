package io.meridian.handoff.notification.application.channel;

import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.domain.Message;
import io.meridian.handoff.notification.domain.MessageItem;
import io.meridian.handoff.notification.domain.NotificationKind;
import java.time.Instant;
import java.util.List;

/**
 * A message to hand over.
 *
 * @param id the same in every attempt, so that a receiver can tell a repeat
 * @param recipient id of the TAM
 */
public record Dispatch(
    String id,
    ContactChannel channel,
    NotificationKind kind,
    String recipient,
    Instant occurredAt,
    Message message,
    List<MessageItem> items) {

  public Dispatch {
    items = List.copyOf(items);
  }
}
