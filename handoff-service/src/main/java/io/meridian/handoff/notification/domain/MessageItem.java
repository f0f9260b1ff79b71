package io.meridian.handoff.notification.domain;

import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a message.
 *
 * @param about the handoff, the gap or the escalation
 * @param standing how the escalation stands now, or null when it is about none; the line has its
 *     severity now
 */
public record MessageItem(
    UUID about, @Nullable UUID escalationId, @Nullable Standing standing, Line line) {

  /** The same with other words. */
  public MessageItem noted(@Nullable String words) {
    return new MessageItem(about, escalationId, standing, line.noted(words));
  }

  /** The same with what the customer was promised next. */
  public MessageItem due(@Nullable Due next) {
    return new MessageItem(about, escalationId, standing == null ? null : standing.due(next), line);
  }

  /** The escalation's title now, or null. */
  public @Nullable String title() {
    return standing == null ? null : standing.title();
  }

  /** {@code ESC-1042 SEV1 Checkout down}: what people know the escalation by. */
  String heading() {
    String title = title();
    return line.escalation()
        + " "
        + line.severity()
        + (title == null ? "" : " " + OneLine.of(title));
  }
}
