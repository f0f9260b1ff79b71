package io.meridian.handoff.notification.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.notification.application.Sending.DueMessage;
import io.meridian.handoff.notification.application.channel.Channel;
import io.meridian.handoff.notification.application.channel.Channels;
import io.meridian.handoff.notification.application.channel.Dispatch;
import io.meridian.handoff.notification.application.channel.SendFailure;
import io.meridian.handoff.notification.domain.Message;
import io.meridian.handoff.notification.domain.MessageItem;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Progress.Next;
import io.meridian.handoff.notification.domain.Unreachability;
import io.meridian.handoff.notification.domain.UnreachableCause;
import io.meridian.handoff.notification.domain.Wording;
import io.meridian.handoff.notification.store.MessageClaim;
import io.meridian.handoff.notification.store.SendingStore;
import io.meridian.handoff.notification.store.SendingStore.AttemptEnd;
import io.meridian.handoff.notification.store.SendingStore.Receipt;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.trace.Trace;
import io.meridian.runtime.work.UnitOfWork;
import io.meridian.runtime.worker.Failures;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One attempt to hand a message over. Blocks its thread. */
@ApplicationScoped
class Delivery {
  private static final Logger LOG = Logger.getLogger(Delivery.class);
  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final Duration PAUSE_MIN = Duration.ofMillis(50);
  private static final Duration PAUSE_MAX = Duration.ofSeconds(2);

  private final SendingStore store;
  private final Contents contents;
  private final Outcomes outcomes;
  private final CurrentCalendar calendar;
  private final Channels channels;
  private final ProviderLanes lanes;
  private final Circuits circuits;
  private final NotificationMeters meters;
  private final Transactions transactions;
  private final NotificationConfig config;
  private final Clock clock;

  Delivery(
      SendingStore store,
      Contents contents,
      Outcomes outcomes,
      CurrentCalendar calendar,
      Channels channels,
      ProviderLanes lanes,
      Circuits circuits,
      NotificationMeters meters,
      Transactions transactions,
      NotificationConfig config,
      Clock clock) {
    this.store = store;
    this.contents = contents;
    this.outcomes = outcomes;
    this.calendar = calendar;
    this.channels = channels;
    this.lanes = lanes;
    this.circuits = circuits;
    this.meters = meters;
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  /** Sends what is still true, and writes down how it went. */
  void attempt(DueMessage due) {
    MessageClaim message = due.message();
    Span span = Trace.begin("message " + message.kind(), SpanKind.CLIENT, message.traceparent());
    span.setAttribute("meridian.notification.id", message.id().toString());
    try (Scope ignored = span.makeCurrent()) {
      List<MessageItem> items = contents.items(message).await().atMost(PATIENCE);
      ContactChannel channel = due.channel();
      if (items.isEmpty()) {
        AttemptEnd end = new AttemptEnd(message, "OBSOLETE", "no longer true", clock.instant());
        record(unit -> store.obsolete(unit, end));
      } else if (channel == null) {
        String why = new Unreachability(due.without(), null).inWords(message.recipient());
        AttemptEnd end = new AttemptEnd(message, "REFUSED", why, clock.instant());
        record(unit -> store.unreachable(unit, end, due.without(), null));
      } else {
        send(due, channel, items);
      }
    } catch (RuntimeException e) {
      LOG.warnf("notification %s: %s", message.id(), Failures.summary(e));
      span.setStatus(StatusCode.ERROR, Failures.summary(e));
    } finally {
      span.end();
    }
  }

  private void send(DueMessage due, ContactChannel channel, List<MessageItem> items) {
    MessageClaim message = due.message();
    Message text = text(message, items);
    Channel way = channels.of(channel);
    String provider = way.provider(channel);
    try {
      lanes.call(provider, () -> call(way, provider, dispatch(message, channel, text, items)));
      circuits.worked(provider);
    } catch (SendFailure e) {
      if (!e.isForGood()) {
        circuits.failed(provider);
      }
      failed(due, channel, e);
      return;
    }
    Instant now = clock.instant();
    meters.sent(channel.kind(), message.kind(), Duration.between(beginning(message), now));
    AttemptEnd end = new AttemptEnd(message, "DELIVERED", null, now);
    patiently(outcomes.delivered(new Receipt(end, text.subject())));
  }

  private void call(Channel way, String provider, Dispatch dispatch) throws SendFailure {
    if (!circuits.admits(provider)) {
      throw SendFailure.passing("not tried: it failed again and again just now");
    }
    way.send(dispatch, config.timeout());
  }

  /** From when on the message was owed. */
  private static Instant beginning(MessageClaim message) {
    return message.kind() == NotificationKind.REMINDER
            || message.kind() == NotificationKind.READ_BACK
            || message.kind() == NotificationKind.INCOMPLETE
        ? message.progress().createdAt()
        : message.occurredAt();
  }

  private Message text(MessageClaim message, List<MessageItem> items) {
    ZoneId zone = calendar.latest().tam(message.recipient()).map(Tam::zone).orElse(ZoneOffset.UTC);
    return new Wording(zone, clock.instant(), config.linkBase())
        .message(message.kind(), message.bundle(), items);
  }

  private static Dispatch dispatch(
      MessageClaim message, ContactChannel channel, Message text, List<MessageItem> items) {
    return new Dispatch(
        message.deliveryId(),
        channel,
        message.kind(),
        message.recipient(),
        message.occurredAt(),
        text,
        items);
  }

  private void failed(DueMessage due, ContactChannel channel, SendFailure failure) {
    MessageClaim message = due.message();
    meters.failed(channel.kind(), failure.isForGood());
    Instant now = clock.instant();
    String outcome = failure.isForGood() ? "REFUSED" : "FAILED";
    AttemptEnd end = new AttemptEnd(message, outcome, failure.getMessage(), now);
    Span.current().setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
    int place = message.progress().channel();
    Optional<ContactChannel> successor = due.all().stream().skip(place + 1L).findFirst();
    @Nullable Duration delay = successor.map(ContactChannel::delay).orElse(null);
    @Nullable Duration asked = failure.retryAfter();
    switch (message.progress().afterFailure(failure.isForGood(), asked, delay, now)) {
      case Next.Retry again ->
          record(unit -> store.later(unit, end, again.at(), place, message.provider()));
      case Next.NextChannel next -> {
        ContactChannel to = successor.orElseThrow();
        String provider = channels.of(to).provider(to);
        record(unit -> store.later(unit, end, next.at(), next.channel(), provider));
      }
      case Next.Abandonment ignored -> {
        LOG.warnf("notification %s is given up: %s", message.id(), failure.getMessage());
        record(unit -> store.unreachable(unit, end, UnreachableCause.CHANNEL_DEAD, channel.way()));
      }
    }
  }

  /**
   * What the provider answered must be written down before the claim lapses, or it is sent again.
   */
  private void record(Function<UnitOfWork, Uni<Void>> outcome) {
    patiently(transactions.write(outcome));
  }

  private static void patiently(Uni<Void> step) {
    step.onFailure()
        .retry()
        .withBackOff(PAUSE_MIN, PAUSE_MAX)
        .expireIn(PATIENCE.toMillis())
        .await()
        .atMost(PATIENCE.plusSeconds(5));
  }
}
