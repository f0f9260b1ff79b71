package io.meridian.handoff.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a message reaches nobody.
 *
 * @param since since when the last of the channels fails; null unless channels are dead
 */
public record Unreachability(UnreachableCause cause, @Nullable Instant since) {

  /** For people: what is wrong with reaching somebody. */
  public String inWords(String recipient) {
    return switch (cause) {
      case NOT_IN_CALENDAR -> recipient + " has left the calendar";
      case NO_CHANNEL -> recipient + " has neither a channel nor a mail address in the calendar";
      case NO_MAIL_SERVER ->
          recipient
              + " has mail alone, and no mail server is configured"
              + " (meridian.notifications.smtp.host)";
      case CHANNEL_DEAD ->
          since == null
              ? "no channel of " + recipient + " works"
              : "no channel of " + recipient + " works, the last one not since " + since;
    };
  }
}
