package io.meridian.handoff.notification.domain;

import io.meridian.events.UnreachableDuty;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whom it concerns that nothing reaches somebody: the lead of the region, or else all leads. */
public final class ReadinessNotices {

  private ReadinessNotices() {}

  /**
   * What is to be told because nothing reaches who has a duty. What concerns one region comes in
   * one message.
   *
   * @param leads ids of TAMs by the codes of their regions
   * @param gather how long the message waits
   */
  public static List<Notice> of(UnreachableDuty duty, Map<String, String> leads, Duration gather) {
    String lead = leads.getOrDefault(duty.region(), duty.tam().id());
    boolean others = lead.equals(duty.tam().id());
    UUID region =
        UUID.nameUUIDFromBytes(("unreachable|" + duty.region()).getBytes(StandardCharsets.UTF_8));
    Line line =
        new Line(
            null,
            null,
            duty.tam().name(),
            duty.region(),
            null,
            duty.start(),
            null,
            duty.end(),
            null);
    return (others ? List.copyOf(leads.values()) : List.of(lead))
        .stream()
            .distinct()
            .filter(recipient -> !recipient.equals(duty.tam().id()))
            .map(
                recipient ->
                    new Notice(
                        NotificationKind.UNREACHABLE,
                        recipient,
                        region,
                        duty.id(),
                        duty.id(),
                        null,
                        duty.noticedAt(),
                        duty.noticedAt().plus(gather),
                        line))
            .toList();
  }
}
