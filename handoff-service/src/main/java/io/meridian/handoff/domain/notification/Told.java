package io.meridian.handoff.domain.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a message.
 *
 * @param about the handoff or the gap
 * @param title the escalation's title now, or null; the line has its severity now
 */
public record Told(UUID about, @Nullable UUID escalationId, @Nullable String title, Line line) {

  /** The same with other words. */
  public Told noted(@Nullable String words) {
    return new Told(about, escalationId, title, line.noted(words));
  }
}
