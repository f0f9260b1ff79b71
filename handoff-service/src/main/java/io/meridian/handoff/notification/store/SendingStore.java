package io.meridian.handoff.notification.store;

import io.meridian.handoff.notification.domain.UnreachableCause;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages on their way: which are due, who sends them, and how it went. */
@ApplicationScoped
public class SendingStore {
  private static final Rows<Map.Entry<String, Integer>> USED =
      Rows.<Map.Entry<String, Integer>>as("u")
          .text("provider", Map.Entry::getKey)
          .number("used", Map.Entry::getValue);

  /** As many as share nothing: one provider's trouble leaves the others their turn. */
  private static final String CLAIM =
      """
      with provider as (
        select p.provider, coalesce(u.used, 0) as used
        from (select distinct provider from notification
              where status = 'PENDING' and due_at <= %2$s) p
        left join %1$s on u.provider = p.provider
      ), claimed as (
        select x.id from provider p cross join lateral (
          select n.id from notification n
          where n.provider = p.provider and n.status = 'PENDING' and n.due_at <= %2$s
            and (n.claimed_until is null or n.claimed_until < now())
          order by n.due_at, n.id limit greatest(0, %3$s::int - p.used) for update skip locked) x
        limit %4$s
      )
      update notification n set claimed_until = now() + interval '45 seconds',
        tries = n.tries + 1, attempts = n.attempts + 1
      from claimed c where n.id = c.id returning n.*
      """
          .formatted(USED.unnest(), USED.after(1), USED.after(2), USED.after(3));

  private static final String LOST =
      """
      update notification_attempt set ended_at = $2, outcome = 'LOST',
        detail = 'the sender stopped before it learnt the outcome'
      where notification_id = any($1) and ended_at is null
      """;
  private static final Rows<Beginning> BEGINNING =
      Rows.<Beginning>as("n")
          .uuid("notification_id", beginning -> beginning.message().id())
          .number("number", beginning -> beginning.message().attempt())
          .number("channel", beginning -> beginning.message().progress().channel())
          .text("channel_kind", Beginning::channelKind)
          .text("target", Beginning::target)
          .uuid("way", Beginning::way);
  private static final String BEGIN =
      "insert into notification_attempt (%s, started_at) select n.*, %s from %s"
          .formatted(BEGINNING.names(), BEGINNING.after(1), BEGINNING.unnest());
  private static final String ATTEMPT_ENDED =
      """
      update notification_attempt set ended_at = $3, outcome = $4, detail = $5
      where notification_id = $1 and number = $2
      """;
  private static final Rows<Receipt> RECEIPT =
      Rows.<Receipt>as("d")
          .uuid("id", receipt -> receipt.end().message().id())
          .number("number", receipt -> receipt.end().message().attempt())
          .instant("at", receipt -> receipt.end().at())
          .text("outcome", receipt -> receipt.end().outcome())
          .text("detail", receipt -> receipt.end().detail())
          .text("subject", Receipt::subject);
  private static final String DELIVERED =
      """
      with d as (select * from %s), ended as (
        update notification_attempt a set ended_at = d.at, outcome = d.outcome, detail = d.detail
        from d where a.notification_id = d.id and a.number = d.number
      )
      update notification n set status = 'DELIVERED', delivered_at = d.at, claimed_until = null,
        subject = d.subject
      from d where n.id = d.id
      """
          .formatted(RECEIPT.unnest());
  private static final String OBSOLETE =
      """
      update notification set status = 'OBSOLETE', claimed_until = null
      where id = $1 and attempts = $2 and status = 'PENDING'
      """;

  /** A channel is dead since the first attempt that failed after the last that did not. */
  private static final String UNREACHABLE =
      """
      update notification set status = 'UNREACHABLE', claimed_until = null, cause = $3,
        cause_since = (select min(f.started_at) from notification_attempt f
          where f.way = $4 and f.outcome in ('REFUSED', 'FAILED') and f.ended_at > coalesce(
            (select max(d.ended_at) from notification_attempt d
              where d.way = $4 and d.outcome = 'DELIVERED'), '-infinity'))
      where id = $1 and attempts = $2 and status = 'PENDING'
      """;

  private static final String LATER =
      """
      update notification set due_at = $3, channel = $4, provider = $5, claimed_until = null,
        tries = case when channel = $4 then tries else 0 end
      where id = $1 and attempts = $2 and status = 'PENDING'
      """;
  private static final String NEXT =
      """
      select min(due_at) from notification
      where status = 'PENDING' and (claimed_until is null or claimed_until < now())
      """;

  /** How much is under way, by provider, and how much may be. */
  public record Room(Map<String, Integer> used, int perProviderMax, int max) {}

  /**
   * How an attempt ended.
   *
   * @param outcome DELIVERED, REFUSED, FAILED or OBSOLETE
   */
  public record AttemptEnd(
      MessageClaim message, String outcome, @Nullable String detail, Instant at) {}

  /** That the provider has taken a message, with the subject it had. */
  public record Receipt(AttemptEnd end, String subject) {}

  /**
   * An attempt that is about to be made.
   *
   * @param way which channel that is, whatever its place; null when there is none
   */
  public record Beginning(
      MessageClaim message, String channelKind, String target, @Nullable UUID way) {}

  /** Takes messages that are due, for half a minute, the longest due of each provider first. */
  public Uni<List<MessageClaim>> claim(UnitOfWork unit, Instant now, Room room) {
    return unit.query(
            CLAIM,
            USED.tuple(room.used().entrySet(), Columns.utc(now), room.perProviderMax(), room.max()))
        .map(rows -> Columns.list(rows, MessageClaim::of));
  }

  /** Writes down that they are being sent, before they are. */
  public Uni<Void> begin(UnitOfWork unit, List<Beginning> beginnings, Instant now) {
    if (beginnings.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    @Nullable UUID[] ids = Columns.ids(beginnings, b -> b.message().id());
    return unit.query(LOST, Tuple.of(ids, Columns.utc(now)))
        .chain(() -> unit.query(BEGIN, BEGINNING.tuple(beginnings, Columns.utc(now))))
        .replaceWithVoid();
  }

  /** The providers have taken them. */
  public Uni<Void> delivered(UnitOfWork unit, List<Receipt> delivered) {
    return unit.query(DELIVERED, RECEIPT.tuple(delivered)).replaceWithVoid();
  }

  /** Nothing of it is true any more. */
  public Uni<Void> obsolete(UnitOfWork unit, AttemptEnd end) {
    return attemptEnded(unit, end)
        .chain(() -> unit.query(OBSOLETE, Tuple.of(end.message().id(), end.message().attempt())))
        .replaceWithVoid();
  }

  /**
   * It is given up: nothing reaches the recipient.
   *
   * @param way the last channel that was tried; null when there was none
   */
  public Uni<Void> unreachable(
      UnitOfWork unit, AttemptEnd end, UnreachableCause cause, @Nullable UUID way) {
    return attemptEnded(unit, end)
        .chain(
            () ->
                unit.query(
                    UNREACHABLE,
                    Tuple.of(end.message().id(), end.message().attempt(), cause.name(), way)))
        .replaceWithVoid();
  }

  /** To be tried again, on that channel. */
  public Uni<Void> later(
      UnitOfWork unit, AttemptEnd end, Instant due, int channel, String provider) {
    MessageClaim message = end.message();
    return attemptEnded(unit, end)
        .chain(
            () ->
                unit.query(
                    LATER,
                    Tuple.of(message.id(), message.attempt(), Columns.utc(due), channel, provider)))
        .replaceWithVoid();
  }

  private static Uni<Void> attemptEnded(UnitOfWork unit, AttemptEnd end) {
    return unit.query(
            ATTEMPT_ENDED,
            Tuple.of(
                end.message().id(),
                end.message().attempt(),
                Columns.utc(end.at()),
                end.outcome(),
                end.detail()))
        .replaceWithVoid();
  }

  /** When the next message that nobody sends is due; empty when none waits. */
  public Uni<Optional<Instant>> next(UnitOfWork unit) {
    return unit.query(NEXT)
        .map(
            rows -> {
              OffsetDateTime at = rows.iterator().next().getOffsetDateTime(0);
              return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
            });
  }
}
