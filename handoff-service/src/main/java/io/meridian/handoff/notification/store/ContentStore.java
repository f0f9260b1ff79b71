package io.meridian.handoff.notification.store;

import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import io.meridian.handoff.notification.domain.MessageItem;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Standing;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What messages are about, as far as it is still true. */
@ApplicationScoped
public class ContentStore {
  private static final String ITEMS =
      """
      select i.notification_id, i.kind, i.about, i.escalation_id, i.line, e.short_id, e.title, e.severity,
        e.status, e.acknowledge_by, k.name as customer
      from notification_item i left join escalation e on e.id = i.escalation_id
      left join customer k on k.id = e.customer_id
      where i.notification_id = any($1) and (i.notification_id = any($2) or case
        when i.kind in ('ASSIGNED', 'RAISED') then e.status not in ('RESOLVED', 'CLOSED')
          and exists (select 1 from accountability a where a.escalation_id = i.escalation_id
            and a.tam = i.recipient and coalesce(upper(a.during) > $3, true))
        when i.kind = 'UNACKNOWLEDGED' then e.status = 'OPEN' and e.severity in ('SEV1', 'SEV2')
        when i.kind in ('PREPARE', 'INCOMPLETE') then exists (select 1 from handoff h
          where h.id = i.about and h.status not in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED'))
        when i.kind in ('QUERIED', 'ANSWERED') then exists (select 1 from handoff h
          where h.id = i.about and h.status <> 'CANCELLED')
        when i.kind in ('INCOMING', 'WATCH') and i.escalation_id is null then not exists (
          select 1 from watch_item w where w.id = i.about and (w.ended_at is not null or w.until_at <= $3))
        when i.kind = 'WATCH_UNCONFIRMED' then exists (select 1 from watch_item w
          where w.id = i.about and w.ended_at is null and w.until_at > $3)
          and exists (select 1 from watch_handover h where h.item_id = i.about and h.confirmed_at is null and h.lead_told)
        when i.kind in ('INCOMING', 'OFFERED', 'REMINDER') then exists (select 1 from handoff h
          where h.id = i.about and h.status = 'OFFERED' and h.to_tam = i.recipient)
        when i.kind = 'READ_BACK' then exists (select 1 from handoff h
          join accountability a on a.escalation_id = h.escalation_id and a.handoff_id = h.id
          where h.id = i.about and h.status = 'ASSIGNED_BY_LEAD' and h.read_back is null
            and upper_inf(a.during))
        when i.kind = 'UNACCEPTED' then exists (select 1 from handoff h
          where h.id = i.about and h.status = 'ESCALATED_TO_LEAD' and h.to_tam = i.recipient)
        when i.kind = 'GAP_OPENED' then exists (select 1 from gap g
          where g.id = i.about and upper_inf(g.during))
        when i.kind = 'GAP_CLOSED' then not exists (select 1 from gap g
          where g.escalation_id = i.escalation_id and upper_inf(g.during))
          and exists (select 1 from notification_item o join notification n
            on n.id = o.notification_id where o.kind = 'GAP_OPENED' and o.about = i.about
            and o.recipient = i.recipient and n.status = 'DELIVERED')
        else true end)
      """;

  /**
   * What messages are about, by message; none for those of which nothing is true any more.
   *
   * @param whole of which also what is no longer true, as when somebody asks for it again
   * @param now who is accountable at this instant, or will be, still is concerned
   */
  public Uni<Map<UUID, List<MessageItem>>> items(
      UnitOfWork unit, Collection<UUID> messages, Collection<UUID> whole, Instant now) {
    return unit.query(
            ITEMS,
            Tuple.of(messages.toArray(UUID[]::new), whole.toArray(UUID[]::new), Columns.utc(now)))
        .map(rows -> Columns.grouped(rows, "notification_id", ContentStore::item));
  }

  private static MessageItem item(Row row) {
    return new MessageItem(
        row.getUUID("about"),
        row.getUUID("escalation_id"),
        standing(row),
        StoredLine.read(NotificationKind.valueOf(row.getString("kind")), row.getString("line"))
            .named(row.getString("short_id"))
            .graded(severity(row)));
  }

  private static @Nullable Standing standing(Row row) {
    String title = row.getString("title");
    return title == null
        ? null
        : new Standing(
            title,
            EscalationStatus.valueOf(row.getString("status")),
            row.getString("customer"),
            Columns.instantOrNull(row, "acknowledge_by"),
            null);
  }

  private static @Nullable Severity severity(Row row) {
    String now = row.getString("severity");
    return now == null ? null : Severity.valueOf(now);
  }
}
