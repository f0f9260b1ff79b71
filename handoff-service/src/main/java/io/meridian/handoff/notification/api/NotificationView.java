package io.meridian.handoff.notification.api;

import io.meridian.handoff.notification.application.Deliveries.DeliveryHistory;
import io.meridian.handoff.notification.domain.DeliveryRecord;
import io.meridian.handoff.notification.domain.DeliveryRecord.Attempt;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Unreachability;
import io.meridian.handoff.notification.domain.UnreachableCause;
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

    static @Nullable CauseView of(DeliveryRecord record) {
      Unreachability found = record.unreachability();
      return found == null
          ? null
          : new CauseView(found.cause(), found.since(), found.inWords(record.recipient()));
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

  static NotificationView of(DeliveryRecord record) {
    return of(record, null);
  }

  static NotificationView of(DeliveryHistory history) {
    return of(history.message(), history.attempts().stream().map(AttemptView::of).toList());
  }

  private static NotificationView of(DeliveryRecord record, @Nullable List<AttemptView> attempts) {
    return new NotificationView(
        record.id(),
        record.kind(),
        record.recipient(),
        Status.valueOf(record.status()),
        CauseView.of(record),
        record.subject(),
        record.items(),
        record.redeliveries(),
        record.occurredAt(),
        record.createdAt(),
        record.dueAt(),
        record.deliveredAt(),
        record.attempts(),
        attempts,
        new Links(PATH + "/" + record.id(), "/notifications/" + record.id()));
  }
}
