package io.meridian.handoff.notification.api;

import io.meridian.handoff.notification.application.Deliveries.Delivered;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Sent;
import io.meridian.handoff.notification.domain.Sent.Attempt;
import io.meridian.handoff.notification.domain.UnreachableCause;
import io.meridian.handoff.notification.domain.Unreached;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A message as its readers see it. */
@Schema(name = "Notification")
record NotificationView(
    UUID id,
    NotificationKind kind,
    @Schema(description = "id of a TAM", examples = "tam-zoe") String recipient,
    @Schema(
            description =
                "PENDING: it is being sent. DELIVERED: a provider took it. OBSOLETE: nothing of it"
                    + " was true any more. UNREACHABLE: nothing reaches the recipient; the cause"
                    + " says why, and it can be sent again once that is mended")
        Status status,
    @Schema(description = "only when UNREACHABLE") @Nullable CauseView cause,
    @Schema(description = "first line, once delivered") @Nullable String subject,
    @Schema(description = "how many handoffs, gaps or escalations it is about") int items,
    @Schema(description = "how often somebody asked to send it again") int redeliveries,
    Instant occurredAt,
    Instant createdAt,
    @Schema(description = "when it is, or was, to be tried") Instant dueAt,
    @Nullable Instant deliveredAt,
    @Schema(description = "how often it was tried") int attemptCount,
    @Schema(description = "only when one message is read") @Nullable List<AttemptView> attempts,
    Links links) {

  static final String PATH = "/api/v1/notifications";

  /** Where a message stands. */
  @Schema(name = "NotificationStatus")
  enum Status {
    PENDING,
    DELIVERED,
    OBSOLETE,
    UNREACHABLE
  }

  /** Why nothing reaches the recipient. */
  @Schema(name = "NotificationCause")
  record CauseView(
      @Schema(
              description =
                  "NOT_IN_CALENDAR: the recipient has left the calendar. NO_CHANNEL: it has neither"
                      + " a channel nor a mail address of theirs. NO_MAIL_SERVER: they have mail"
                      + " alone, and no mail server is configured. CHANNEL_DEAD: every channel"
                      + " refused, or failed too often; the attempts say how.")
          UnreachableCause code,
      @Schema(description = "since when the last channel fails; only with CHANNEL_DEAD")
          @Nullable Instant since,
      @Schema(description = "for people") String detail) {

    static @Nullable CauseView of(Sent sent) {
      Unreached unreached = sent.unreached();
      return unreached == null
          ? null
          : new CauseView(
              unreached.cause(), unreached.since(), unreached.inWords(sent.recipient()));
    }
  }

  /** One attempt to deliver it. */
  @Schema(name = "NotificationAttempt")
  record AttemptView(
      int number,
      @Schema(description = "EMAIL, SLACK, TEAMS or WEBHOOK") String channel,
      @Schema(description = "a mail address, or the host of a URL") String target,
      Instant startedAt,
      @Nullable Instant endedAt,
      @Schema(
              description =
                  "DELIVERED, REFUSED, FAILED, OBSOLETE, or LOST when the sender stopped before it"
                      + " learnt the outcome; absent while it runs")
          @Nullable String outcome,
      @Nullable String detail) {

    static AttemptView of(Attempt attempt) {
      return new AttemptView(
          attempt.number(),
          attempt.channel(),
          attempt.target(),
          attempt.startedAt(),
          attempt.endedAt(),
          attempt.outcome(),
          attempt.detail());
    }
  }

  /** Where to go from here. */
  @Schema(name = "NotificationLinks")
  record Links(String self, String html) {}

  static NotificationView of(Sent sent) {
    return of(sent, null);
  }

  static NotificationView of(Delivered delivered) {
    return of(delivered.message(), delivered.attempts().stream().map(AttemptView::of).toList());
  }

  private static NotificationView of(Sent sent, @Nullable List<AttemptView> attempts) {
    return new NotificationView(
        sent.id(),
        sent.kind(),
        sent.recipient(),
        Status.valueOf(sent.status()),
        CauseView.of(sent),
        sent.subject(),
        sent.items(),
        sent.redeliveries(),
        sent.occurredAt(),
        sent.createdAt(),
        sent.dueAt(),
        sent.deliveredAt(),
        sent.attempts(),
        attempts,
        new Links(PATH + "/" + sent.id(), "/notifications/" + sent.id()));
  }
}
