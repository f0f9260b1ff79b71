package io.meridian.handoff.notification.application;

import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What the sender shows of its work. */
@ApplicationScoped
class NotificationMeters {
  private final MeterRegistry meters;

  NotificationMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * @param latency from what happened to the provider's answer
   */
  void sent(ContactChannel.Kind channel, NotificationKind kind, Duration latency) {
    Counter.builder("meridian.notifications.sent")
        .description("Messages that a provider has taken")
        .tag("channel", channel.name())
        .tag("kind", kind.name())
        .register(meters)
        .increment();
    Timer.builder("meridian.notifications.latency")
        .description("From what happened to the provider's answer")
        .tag("channel", channel.name())
        .publishPercentiles(0.5, 0.99)
        .register(meters)
        .record(latency.isNegative() ? Duration.ZERO : latency);
  }

  void failed(ContactChannel.Kind channel, boolean forGood) {
    Counter.builder("meridian.notifications.failed")
        .description("Attempts that did not deliver")
        .tag("channel", channel.name())
        .tag("refused", String.valueOf(forGood))
        .register(meters)
        .increment();
  }
}
