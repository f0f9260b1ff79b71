package io.meridian.handoff.notification.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.notification.domain.DeliveryFilter;
import io.meridian.handoff.notification.domain.DeliveryRecord;
import io.meridian.handoff.notification.domain.DeliveryRecord.Attempt;
import io.meridian.handoff.notification.domain.Reach;
import io.meridian.handoff.notification.domain.Unreachability;
import io.meridian.handoff.notification.store.DeliveryLog;
import io.meridian.handoff.notification.store.DeliveryLog.After;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The delivery log for reading, and sending something again. */
@ApplicationScoped
public class Deliveries {
  private final DeliveryLog log;
  private final CurrentCalendar calendar;
  private final Recipients recipients;
  private final SenderSignal signal;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  Deliveries(
      DeliveryLog log,
      CurrentCalendar calendar,
      Recipients recipients,
      SenderSignal signal,
      Transactions transactions,
      Outbox outbox,
      Clock clock) {
    this.log = log;
    this.calendar = calendar;
    this.recipients = recipients;
    this.signal = signal;
    this.transactions = transactions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A message and the attempts to deliver it. */
  public record DeliveryHistory(DeliveryRecord message, List<Attempt> attempts) {}

  /** A page of messages, the newest first. */
  public Uni<Page<DeliveryRecord>> page(DeliveryFilter filter, PageRequest request) {
    @Nullable After after =
        request
            .after(key -> new After(Instant.parse(key.get(0)), UUID.fromString(key.get(1))))
            .orElse(null);
    return transactions
        .read(unit -> log.page(unit, filter, after, request.limit() + 1))
        .map(
            rows ->
                Page.of(rows, request, s -> List.of(s.createdAt().toString(), s.id().toString())));
  }

  /**
   * One message.
   *
   * @param recipient only when it is to them; null for anybody's
   * @throws Problem 404
   */
  public Uni<DeliveryHistory> find(UUID id, @Nullable String recipient) {
    return transactions.read(unit -> find(unit, id, recipient));
  }

  private Uni<DeliveryHistory> find(UnitOfWork unit, UUID id, @Nullable String recipient) {
    return log.find(unit, id)
        .map(
            found -> {
              if (found == null || (recipient != null && !found.recipient().equals(recipient))) {
                throw Problem.notFound("notification", id);
              }
              return found;
            })
        .chain(found -> log.attempts(unit, id).map(all -> new DeliveryHistory(found, all)));
  }

  /**
   * Sends a message again, as it would be worded now, from the recipient's first channel.
   *
   * @throws Problem 404, 409 while it is being sent anyway or nothing reaches the recipient
   */
  public Uni<DeliveryHistory> again(UUID id) {
    return transactions
        .write(
            unit ->
                find(unit, id, null)
                    .chain(found -> calendar.in(unit).map(c -> provider(c, found.message())))
                    .chain(provider -> log.again(unit, id, provider, clock.instant()))
                    .invoke(
                        done -> {
                          if (!done) {
                            throw Problem.conflict("still-pending", "It is being sent anyway");
                          }
                        })
                    .chain(() -> find(unit, id, null))
                    .invoke(sent -> audit(unit, id, sent)))
        .invoke(signal::nudge);
  }

  private void audit(UnitOfWork unit, UUID id, DeliveryHistory sent) {
    outbox.changed(unit, "notification", id.toString(), "sent-again", sent);
  }

  private String provider(InForce people, DeliveryRecord message) {
    return switch (recipients.reach(people, message.recipient())) {
      case Reach.By by -> by.provider();
      case Reach.Nothing none ->
          throw Problem.conflict(
              "unreachable", new Unreachability(none.cause(), null).inWords(message.recipient()));
    };
  }
}
