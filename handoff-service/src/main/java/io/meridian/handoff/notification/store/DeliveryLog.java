package io.meridian.handoff.notification.store;

import io.meridian.handoff.notification.domain.DeliveryFilter;
import io.meridian.handoff.notification.domain.DeliveryRecord;
import io.meridian.handoff.notification.domain.DeliveryRecord.Attempt;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Unreachability;
import io.meridian.handoff.notification.domain.UnreachableCause;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was sent, to whom, and how each attempt went. */
@ApplicationScoped
public class DeliveryLog {
  private static final String SELECT =
      """
      select n.*, (select count(*)::int from notification_item i where i.notification_id = n.id)
        as items
      from notification n where
      """;
  private static final String BY_ID = SELECT + " n.id = $1";
  private static final String PAGE =
      SELECT
          + """
           ($1::text is null or n.recipient = $1) and ($2::text is null or n.kind = $2)
          and ($3::text is null or n.status = $3)
          and ($4::timestamptz is null or n.created_at >= $4)
          and ($5::timestamptz is null or n.created_at < $5)
          and ($6::timestamptz is null or (n.created_at, n.id) < ($6, $7::uuid))
          order by n.created_at desc, n.id desc limit $8
          """;
  private static final String ATTEMPTS =
      "select * from notification_attempt where notification_id = $1 order by number";
  private static final String AGAIN =
      """
      update notification set status = 'PENDING', channel = 0, tries = 0, provider = $2, due_at = $3,
        planned_at = $3, claimed_until = null, cause = null, cause_since = null,
        redeliveries = redeliveries + 1
      where id = $1 and status <> 'PENDING'
      """;

  /** What nobody is waiting for, and what no open escalation needs. */
  private static final String IS_PAST =
      """
      n.status <> 'PENDING' and not exists (
        select from notification_item i join escalation e on e.id = i.escalation_id
         where i.notification_id = n.id and e.closed_at is null)
      """;

  private static final String FORGET_MESSAGES =
      """
      with old as (delete from notification where id in (
          select n.id from notification n where n.created_at < $1 and %s
           order by n.created_at, n.id limit $2)
        returning id),
      attempts as (delete from notification_attempt a using old where a.notification_id = old.id),
      items as (delete from notification_item i using old where i.notification_id = old.id)
      select count(*)::int from old
      """
          .formatted(IS_PAST);
  private static final String FORGET_ATTEMPTS =
      """
      with old as (delete from notification_attempt where (notification_id, number) in (
          select a.notification_id, a.number from notification_attempt a
            join notification n on n.id = a.notification_id
           where a.started_at < $1 and %s
           order by a.started_at limit $2)
        returning 1)
      select count(*)::int from old
      """
          .formatted(IS_PAST);

  /** Where a page begins: before this instant and id, since the newest come first. */
  public record After(Instant at, UUID id) {}

  /** One message; null when there is none with this id. */
  public Uni<@Nullable DeliveryRecord> find(UnitOfWork unit, UUID id) {
    return unit.query(BY_ID, Tuple.of(id))
        .map(rows -> rows.size() == 0 ? null : message(rows.iterator().next()));
  }

  /** Messages, the newest first. */
  public Uni<List<DeliveryRecord>> page(
      UnitOfWork unit, DeliveryFilter filter, @Nullable After after, int limit) {
    return unit.query(
            PAGE,
            Tuple.from(
                Arrays.asList(
                    filter.recipient(),
                    filter.kind(),
                    filter.status(),
                    Columns.utcOrNull(filter.from()),
                    Columns.utcOrNull(filter.to()),
                    after == null ? null : Columns.utc(after.at()),
                    after == null ? null : after.id(),
                    limit)))
        .map(rows -> Columns.list(rows, DeliveryLog::message));
  }

  /** The attempts to deliver a message, the first first. */
  public Uni<List<Attempt>> attempts(UnitOfWork unit, UUID id) {
    return unit.query(ATTEMPTS, Tuple.of(id)).map(rows -> Columns.list(rows, DeliveryLog::attempt));
  }

  /** Sends a message again from its first channel; false while it is being sent anyway. */
  public Uni<Boolean> again(UnitOfWork unit, UUID id, String provider, Instant now) {
    return unit.query(AGAIN, Tuple.of(id, provider, Columns.utc(now)))
        .map(rows -> rows.rowCount() == 1);
  }

  /**
   * Forgets messages that began before that instant, with all that belongs to them, but none about
   * an escalation that is open.
   *
   * @param max how many at most
   * @return how many
   */
  public Uni<Integer> forget(UnitOfWork unit, Instant before, int max) {
    return forget(unit, FORGET_MESSAGES, before, max);
  }

  /** The same of attempts; what became of their messages is kept. */
  public Uni<Integer> forgetAttempts(UnitOfWork unit, Instant before, int max) {
    return forget(unit, FORGET_ATTEMPTS, before, max);
  }

  private static Uni<Integer> forget(UnitOfWork unit, String sql, Instant before, int max) {
    return unit.query(sql, Tuple.of(Columns.utc(before), max))
        .map(rows -> rows.iterator().next().getInteger(0));
  }

  private static DeliveryRecord message(Row row) {
    return new DeliveryRecord(
        row.getUUID("id"),
        NotificationKind.valueOf(row.getString("kind")),
        row.getString("recipient"),
        row.getString("status"),
        row.getString("subject"),
        row.getInteger("items"),
        row.getInteger("attempts"),
        row.getInteger("redeliveries"),
        Columns.instant(row, "occurred_at"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "due_at"),
        Columns.instantOrNull(row, "delivered_at"),
        unreachability(row));
  }

  private static @Nullable Unreachability unreachability(Row row) {
    String cause = row.getString("cause");
    return cause == null
        ? null
        : new Unreachability(
            UnreachableCause.valueOf(cause), Columns.instantOrNull(row, "cause_since"));
  }

  private static Attempt attempt(Row row) {
    return new Attempt(
        row.getInteger("number"),
        row.getString("channel_kind"),
        row.getString("target"),
        Columns.instant(row, "started_at"),
        Columns.instantOrNull(row, "ended_at"),
        row.getString("outcome"),
        row.getString("detail"));
  }
}
