package io.meridian.handoff.notification.application;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.notification.application.channel.Channel;
import io.meridian.handoff.notification.application.channel.Channels;
import io.meridian.handoff.notification.application.channel.Dispatch;
import io.meridian.handoff.notification.application.channel.SendFailure;
import io.meridian.handoff.notification.domain.Line;
import io.meridian.handoff.notification.domain.Message;
import io.meridian.handoff.notification.domain.MessageItem;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Wording;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sends somebody a message by one of their channels while they wait, to see whether it arrives. */
@ApplicationScoped
public class ChannelTests {
  /** Nobody sends themselves more than one test in this time, of the wall clock. */
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private static final int REMEMBERED_MAX = 10_000;

  private final CurrentCalendar calendar;
  private final Channels channels;
  private final ProviderLanes lanes;
  private final Transactions transactions;
  private final NotificationConfig config;
  private final Clock clock;
  private final Map<String, Long> last = new ConcurrentHashMap<>();

  ChannelTests(
      CurrentCalendar calendar,
      Channels channels,
      ProviderLanes lanes,
      Transactions transactions,
      NotificationConfig config,
      Clock clock) {
    this.calendar = calendar;
    this.channels = channels;
    this.lanes = lanes;
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  /**
   * What became of a test.
   *
   * @param target the address without what could be a secret
   * @param failure why the provider did not take it; null when it did
   */
  public record Outcome(
      ContactChannel.Kind kind, String target, Instant at, @Nullable String failure) {}

  /**
   * Sends a test by a channel of a TAM's own.
   *
   * @param number of the channel in the order in which they are tried, from 1
   * @throws Problem 404 for who is no TAM or has no such channel, 409 where the service is not set
   *     up for its kind, 429 soon after another
   */
  public Uni<Outcome> test(String tam, int number) {
    return transactions
        .read(calendar::in)
        .map(people -> channel(people, tam, number))
        .invoke(channel -> requirePause(tam))
        .chain(
            channel ->
                Uni.createFrom()
                    .item(() -> send(tam, channel))
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor()));
  }

  private ContactChannel channel(InForce people, String tam, int number) {
    List<ContactChannel> ways = people.tam(tam).map(Tam::ways).orElse(List.of());
    if (number < 1 || number > ways.size()) {
      throw Problem.notFound("channel", number);
    }
    ContactChannel channel = ways.get(number - 1);
    channels
        .of(channel)
        .hindrance()
        .ifPresent(
            cause -> {
              throw Problem.conflict(
                  "not-set-up", "The service is not set up for it: " + cause.name());
            });
    return channel;
  }

  private void requirePause(String tam) {
    if (last.size() > REMEMBERED_MAX) {
      last.clear();
    }
    long now = System.nanoTime();
    Long before = last.put(tam, now);
    if (before != null && now - before < PAUSE.toNanos()) {
      last.put(tam, before);
      throw Problem.tooManyRequests(PAUSE.minusNanos(now - before));
    }
  }

  private Outcome send(String tam, ContactChannel to) {
    Channel way = channels.of(to);
    Instant now = clock.instant();
    try {
      lanes.call(way.provider(to), () -> way.send(dispatch(tam, to, now), config.timeout()));
      return new Outcome(to.kind(), way.target(to), now, null);
    } catch (SendFailure e) {
      return new Outcome(to.kind(), way.target(to), now, String.valueOf(e.getMessage()));
    }
  }

  private Dispatch dispatch(String tam, ContactChannel to, Instant now) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    String target = channels.of(to).target(to);
    MessageItem item =
        new MessageItem(
            id, null, null, new Line(null, null, target, "", null, now, null, null, null));
    Message text =
        new Wording(
                calendar.latest().tam(tam).map(Tam::zone).orElse(ZoneOffset.UTC),
                now,
                config.linkBase())
            .message(NotificationKind.TEST, id, List.of(item));
    return new Dispatch(id.toString(), to, NotificationKind.TEST, tam, now, text, List.of(item));
  }
}
