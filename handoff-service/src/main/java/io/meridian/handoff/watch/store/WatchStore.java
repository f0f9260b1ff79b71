package io.meridian.handoff.watch.store;

import io.meridian.events.Severity;
import io.meridian.events.WatchState;
import io.meridian.handoff.watch.domain.Handover;
import io.meridian.handoff.watch.domain.NamedItem;
import io.meridian.handoff.watch.domain.WatchItem;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Watch items and how they came to each crew, in sets. Items are made and ended, never edited. */
@ApplicationScoped
public class WatchStore {
  private static final Rows<WatchItem> ITEM =
      Rows.<WatchItem>as("n")
          .uuid("id", WatchItem::id)
          .uuid("customer_id", WatchItem::customerId)
          .text("what", WatchItem::what)
          .text("what_if", WatchItem::whatIf)
          .instant("from_at", WatchItem::from)
          .instant("until_at", WatchItem::until)
          .text("made_by", WatchItem::madeBy)
          .instant("made_at", WatchItem::madeAt)
          .number("revision", WatchItem::revision);
  private static final Rows<Handover> HANDOVER =
      Rows.<Handover>as("n")
          .uuid("id", Handover::id)
          .uuid("item_id", Handover::itemId)
          .uuid("shift_change_id", Handover::shiftChangeId)
          .text("from_region", Handover::fromRegion)
          .text("to_region", Handover::toRegion)
          .instant("boundary", Handover::boundary)
          .uuid("shift_id", Handover::shiftId)
          .instant("shift_start", Handover::start)
          .instant("shift_end", Handover::end)
          .text("primary_tam", Handover::primary)
          .text("secondary_tam", Handover::secondary)
          .instant("confirm_by", Handover::confirmBy);

  private static final String ADD =
      "insert into watch_item (%s) select * from %s".formatted(ITEM.names(), ITEM.unnest());
  private static final String FIND =
      "select w.*, k.name as customer from watch_item w"
          + " left join customer k on k.id = w.customer_id where w.id = $1";
  private static final String LOCK = FIND + " for update of w";
  private static final String ALIVE =
      """
      select w.*, k.name as customer from watch_item w left join customer k on k.id = w.customer_id
      where w.ended_at is null and w.until_at > $1 and w.from_at < $2 order by w.until_at, w.id limit $3
      """;
  private static final String PAGE =
      """
      select w.*, k.name as customer from watch_item w left join customer k on k.id = w.customer_id
      where ($1::uuid is null or w.customer_id = $1)
        and ($2::timestamptz is null or w.ended_at is null and w.until_at > $2)
        and ($3::timestamptz is null or (w.until_at, w.id) > ($3, $4::uuid))
      order by w.until_at, w.id limit $5
      """;
  private static final String END =
      """
      update watch_item set ended_by = $2, ended_at = $3, ended_as = $4, severity = $5, revision = $6
      where id = $1
      """;
  private static final String OPENED =
      """
      update watch_item w set escalation_id = r.escalation, short_id = r.short_id
      from unnest($1::uuid[], $2::uuid[], $3::text[]) as r (id, escalation, short_id)
      where w.id = r.id and w.ended_as = 'ESCALATED' and w.escalation_id is null
      """;
  private static final String HAND_OVER =
      "insert into watch_handover (%s) select * from %s on conflict do nothing returning *"
          .formatted(HANDOVER.names(), HANDOVER.unnest());
  private static final String HANDOVERS =
      "select * from watch_handover where item_id = any($1) order by item_id, shift_start, id";
  private static final String CONFIRM =
      """
      update watch_handover set confirmed_by = $2, confirmed_at = $3
      where id = any($1) and confirmed_at is null returning *
      """;
  private static final String OVERDUE =
      """
      update watch_handover h set lead_told = true from watch_item w
      where w.id = h.item_id and h.confirm_by <= $1 and h.confirmed_at is null and not h.lead_told
        and w.ended_at is null and w.until_at > $1
      returning h.*
      """;

  /** Where a page begins: after this end and id. */
  public record After(Instant until, UUID id) {}

  /** Adds an item. */
  public Uni<Void> add(UnitOfWork unit, WatchItem item) {
    return unit.query(ADD, ITEM.tuple(List.of(item))).replaceWithVoid();
  }

  /** One item. */
  public Uni<Optional<NamedItem>> find(UnitOfWork unit, UUID id) {
    return unit.query(FIND, Tuple.of(id)).map(WatchStore::first);
  }

  /** The same, locked until the transaction ends. */
  public Uni<Optional<NamedItem>> lock(UnitOfWork unit, UUID id) {
    return unit.query(LOCK, Tuple.of(id)).map(WatchStore::first);
  }

  /** What is alive at an instant and begins before another, what ends first first. */
  public Uni<List<NamedItem>> alive(UnitOfWork unit, Instant at, Instant before, int limit) {
    return unit.query(ALIVE, Tuple.of(Columns.utc(at), Columns.utc(before), limit))
        .map(rows -> Columns.list(rows, WatchStore::named));
  }

  /**
   * Items by their end.
   *
   * @param customer only those of this customer; null for all
   * @param aliveAt only those that are alive then; null for all
   */
  public Uni<List<NamedItem>> page(
      UnitOfWork unit,
      @Nullable UUID customer,
      @Nullable Instant aliveAt,
      @Nullable After after,
      int limit) {
    return unit.query(
            PAGE,
            Tuple.from(
                Arrays.asList(
                    customer,
                    Columns.utcOrNull(aliveAt),
                    after == null ? null : Columns.utc(after.until()),
                    after == null ? null : after.id(),
                    limit)))
        .map(rows -> Columns.list(rows, WatchStore::named));
  }

  /** Writes how an item ended. */
  public Uni<Void> end(UnitOfWork unit, WatchItem item, WatchItem.Ending how) {
    Severity severity = how.severity();
    return unit.query(
            END,
            Tuple.from(
                Arrays.asList(
                    item.id(),
                    how.by(),
                    Columns.utc(how.at()),
                    how.state().name(),
                    severity == null ? null : severity.name(),
                    item.revision())))
        .replaceWithVoid();
  }

  /** An escalation that stands for an item. */
  public record Opened(UUID item, UUID escalation, String shortId) {}

  /** Writes down which escalations items have become. */
  public Uni<Void> opened(UnitOfWork unit, Collection<Opened> opened) {
    return unit.query(
            OPENED,
            Tuple.of(
                Columns.ids(opened, Opened::item),
                Columns.ids(opened, Opened::escalation),
                Columns.texts(opened, Opened::shortId)))
        .replaceWithVoid();
  }

  /** Adds handovers; answers those that were not there before. */
  public Uni<List<Handover>> handOver(UnitOfWork unit, List<Handover> handovers) {
    return handovers.isEmpty()
        ? Uni.createFrom().item(List.of())
        : unit.query(HAND_OVER, HANDOVER.tuple(handovers)).map(WatchStore::handovers);
  }

  /** The handovers of items, by item, the earliest shift first. */
  public Uni<Map<UUID, List<Handover>>> handovers(UnitOfWork unit, Collection<UUID> items) {
    return unit.query(HANDOVERS, Tuple.of((Object) items.toArray(UUID[]::new)))
        .map(rows -> Columns.grouped(rows, "item_id", WatchStore::handover));
  }

  /** Writes who has confirmed; answers what nobody had. */
  public Uni<List<Handover>> confirm(
      UnitOfWork unit, Collection<UUID> handovers, String by, Instant at) {
    return unit.query(CONFIRM, Tuple.of(handovers.toArray(UUID[]::new), by, Columns.utc(at)))
        .map(WatchStore::handovers);
  }

  /** Takes note of what nobody has confirmed by an instant; each once. */
  public Uni<List<Handover>> takeOverdue(UnitOfWork unit, Instant at) {
    return unit.query(OVERDUE, Tuple.of(Columns.utc(at))).map(WatchStore::handovers);
  }

  private static Optional<NamedItem> first(RowSet<Row> rows) {
    return Columns.<NamedItem>list(rows, WatchStore::named).stream().findFirst();
  }

  private static NamedItem named(Row row) {
    String customer = row.getString("customer");
    return new NamedItem(item(row), customer == null ? "?" : customer);
  }

  private static WatchItem item(Row row) {
    return new WatchItem(
        row.getUUID("id"),
        row.getUUID("customer_id"),
        row.getString("what"),
        row.getString("what_if"),
        Columns.instant(row, "from_at"),
        Columns.instant(row, "until_at"),
        row.getString("made_by"),
        Columns.instant(row, "made_at"),
        ending(row),
        row.getLong("revision"));
  }

  private static WatchItem.@Nullable Ending ending(Row row) {
    String state = row.getString("ended_as");
    String severity = row.getString("severity");
    return state == null
        ? null
        : new WatchItem.Ending(
            WatchState.valueOf(state),
            row.getString("ended_by"),
            Columns.instant(row, "ended_at"),
            severity == null ? null : Severity.valueOf(severity),
            row.getUUID("escalation_id"),
            row.getString("short_id"));
  }

  private static List<Handover> handovers(RowSet<Row> rows) {
    return Columns.list(rows, WatchStore::handover);
  }

  private static Handover handover(Row row) {
    return new Handover(
        row.getUUID("id"),
        row.getUUID("item_id"),
        row.getUUID("shift_change_id"),
        row.getString("from_region"),
        row.getString("to_region"),
        Columns.instant(row, "boundary"),
        row.getUUID("shift_id"),
        Columns.instant(row, "shift_start"),
        Columns.instant(row, "shift_end"),
        row.getString("primary_tam"),
        row.getString("secondary_tam"),
        Columns.instant(row, "confirm_by"),
        row.getString("confirmed_by"),
        Columns.instantOrNull(row, "confirmed_at"));
  }
}
