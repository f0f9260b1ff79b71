package io.meridian.escalation.escalation.store;

import io.meridian.escalation.escalation.domain.Delivery;
import io.meridian.escalation.escalation.domain.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message in one text column: scale, order and delivery id, e.g. {@code COUNTER 3 msg_1}. */
final class DeliveryText {
  private static final String COUNTER = "COUNTER";
  private static final String TIME = "TIME";

  private DeliveryText() {}

  /** Null for what was told before orders had a scale: only its version is kept. */
  static @Nullable String write(@Nullable Delivery delivery) {
    return delivery == null
        ? null
        : switch (delivery.order()) {
          case Order.Counter counter -> COUNTER + " " + counter.count() + " " + delivery.id();
          case Order.Time time -> TIME + " " + time.at() + " " + delivery.id();
          case Order.Unscaled ignored -> null;
        };
  }

  /**
   * The message.
   *
   * @param version what stands in its place in rows of before
   */
  static @Nullable Delivery read(@Nullable String text, @Nullable Long version) {
    if (text == null) {
      return version == null ? null : new Delivery(new Order.Unscaled(version), null);
    }
    String[] parts = text.split(" ", 3);
    Order order =
        switch (parts[0]) {
          case COUNTER -> new Order.Counter(Long.parseLong(parts[1]));
          case TIME -> new Order.Time(Instant.parse(parts[1]));
          default -> throw new IllegalStateException("unreadable delivery " + text);
        };
    return new Delivery(order, parts[2]);
  }
}
