package io.meridian.handoff.notification.store;

import com.github.f4b6a3.uuid.UuidCreator;
import io.meridian.handoff.notification.domain.Notice;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.handoff.notification.domain.Reach;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down what is to be told: once each, and together what belongs together. */
@ApplicationScoped
public class NoticeStore {
  private static final int ITEMS_PER_STATEMENT = 2_000;
  private static final String ALONE = "select pg_advisory_xact_lock(4711, 4)";
  private static final String OPEN =
      """
      select id, kind, recipient, bundle, planned_at from notification
      where status = 'PENDING' and attempts = 0 and claimed_until is null
        and (bundle, recipient, kind) in (select * from unnest($1::uuid[], $2::text[], $3::text[]))
      order by id for update
      """;
  private static final Rows<Item> ROWS =
      Rows.<Item>as("item")
          .text("kind", item -> item.notice().kind().name())
          .uuid("subject", item -> item.notice().subject())
          .text("recipient", item -> item.notice().recipient())
          .uuid("notification_id", Item::message)
          .uuid("about", item -> item.notice().about())
          .uuid("escalation_id", item -> item.notice().escalationId())
          .text("line", item -> StoredLine.write(item.notice().line()));
  private static final String ITEMS =
      """
      insert into notification_item (%s) select * from %s
      on conflict do nothing returning notification_id
      """
          .formatted(ROWS.names(), ROWS.unnest());
  private static final Rows<Beginning> MESSAGE =
      Rows.<Beginning>as("n")
          .uuid("id", begun -> begun.item().message())
          .text("kind", begun -> begun.item().notice().kind().name())
          .text("recipient", begun -> begun.item().notice().recipient())
          .uuid("bundle", begun -> begun.item().notice().bundle())
          .text("provider", begun -> provider(begun.reach()))
          .instant("occurred_at", begun -> begun.item().notice().occurredAt())
          .instant("due_at", begun -> begun.item().notice().notBefore())
          .text("cause", begun -> cause(begun.reach()))
          .text("traceparent", Beginning::traceparent);
  private static final String MESSAGES =
      """
      insert into notification (id, kind, recipient, bundle, status, channel, tries, provider,
        occurred_at, created_at, planned_at, due_at, cause, traceparent)
      select n.id, n.kind, n.recipient, n.bundle,
        case when n.cause is null then 'PENDING' else 'UNREACHABLE' end, 0, 0,
        coalesce(n.provider, ''), n.occurred_at, %s, n.due_at, n.due_at, n.cause, n.traceparent
      from %s
      """
          .formatted(MESSAGE.after(1), MESSAGE.unnest());
  private static final String RECIPIENTS_OF =
      """
      select i.about, i.recipient from notification_item i
      join notification n on n.id = i.notification_id
      where i.about = any($1) and i.kind = 'GAP_OPENED' and n.status in ('DELIVERED', 'PENDING')
      order by 1, 2
      """;

  /** What makes one message. What is said again at another time is another message. */
  private record Bundle(
      NotificationKind kind, String recipient, UUID bundle, @Nullable Instant deadline) {

    static Bundle of(Notice notice) {
      return of(notice.kind(), notice.recipient(), notice.bundle(), notice.notBefore());
    }

    static Bundle of(NotificationKind kind, String recipient, UUID bundle, Instant planned) {
      boolean timed = kind == NotificationKind.REMINDER || kind == NotificationKind.READ_BACK;
      return new Bundle(kind, recipient, bundle, timed ? planned : null);
    }
  }

  private record Item(UUID message, Notice notice) {}

  /** The first item of a new message, how its recipient is reached, and in which trace it began. */
  private record Beginning(Item item, Reach reach, @Nullable String traceparent) {}

  /** A message that exists, or is to begin with its first notice. */
  private record Draft(UUID id, boolean isNew, Notice first) {}

  /** A gap, and somebody who was told that it had opened, or is about to be. */
  public record GapRecipient(UUID gap, String recipient) {}

  /**
   * Adds what has not been said. A notice joins the message of its bundle if that was not sent yet.
   *
   * @param reach by what a TAM is reached, or why by nothing
   * @return how many new messages there are
   */
  public Uni<Integer> add(
      UnitOfWork unit, List<Notice> notices, Instant now, Function<String, Reach> reach) {
    if (notices.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    Map<Bundle, List<Notice>> bundles =
        notices.stream()
            .collect(Collectors.groupingBy(Bundle::of, LinkedHashMap::new, Collectors.toList()));
    return unit.query(ALONE)
        .chain(() -> open(unit, bundles.keySet()))
        .chain(
            open -> {
              List<Draft> drafts = new ArrayList<>();
              List<Item> items = new ArrayList<>();
              bundles.forEach(
                  (bundle, own) -> {
                    UUID known = open.get(bundle);
                    UUID id = known == null ? UuidCreator.getTimeOrderedEpoch() : known;
                    drafts.add(new Draft(id, known == null, own.getFirst()));
                    own.forEach(notice -> items.add(new Item(id, notice)));
                  });
              return insertItems(unit, items)
                  .map(used -> begun(drafts, used))
                  .chain(begun -> insertMessages(unit, begun, now, reach));
            });
  }

  private static Uni<Map<Bundle, UUID>> open(UnitOfWork unit, Collection<Bundle> bundles) {
    return unit.query(
            OPEN,
            Tuple.of(
                Columns.ids(bundles, Bundle::bundle),
                Columns.texts(bundles, Bundle::recipient),
                Columns.texts(bundles, b -> b.kind().name())))
        .map(
            rows -> {
              Map<Bundle, UUID> open = new HashMap<>();
              rows.forEach(
                  row ->
                      open.put(
                          Bundle.of(
                              NotificationKind.valueOf(row.getString("kind")),
                              row.getString("recipient"),
                              row.getUUID("bundle"),
                              Columns.instant(row, "planned_at")),
                          row.getUUID("id")));
              return open;
            });
  }

  /** The messages that got at least one item; the others had been said. */
  private static Uni<Set<UUID>> insertItems(UnitOfWork unit, List<Item> items) {
    List<List<Item>> parts = new ArrayList<>();
    for (int from = 0; from < items.size(); from += ITEMS_PER_STATEMENT) {
      parts.add(items.subList(from, Math.min(items.size(), from + ITEMS_PER_STATEMENT)));
    }
    Set<UUID> used = new HashSet<>();
    return Multi.createFrom()
        .iterable(parts)
        .onItem()
        .transformToUniAndConcatenate(
            part ->
                unit.query(ITEMS, ROWS.tuple(part))
                    .invoke(rows -> rows.forEach(row -> used.add(row.getUUID(0)))))
        .collect()
        .last()
        .replaceWith(used);
  }

  private static List<Item> begun(List<Draft> drafts, Set<UUID> used) {
    return drafts.stream()
        .filter(draft -> draft.isNew() && used.contains(draft.id()))
        .map(draft -> new Item(draft.id(), draft.first()))
        .toList();
  }

  private static Uni<Integer> insertMessages(
      UnitOfWork unit, List<Item> begun, Instant now, Function<String, Reach> reach) {
    if (begun.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    List<Beginning> beginnings =
        begun.stream()
            .map(
                item ->
                    new Beginning(
                        item, reach.apply(item.notice().recipient()), cause(unit, item.notice())))
            .toList();
    return unit.query(MESSAGES, MESSAGE.tuple(beginnings, Columns.utc(now)))
        .map(rows -> rows.rowCount());
  }

  private static @Nullable String cause(UnitOfWork unit, Notice notice) {
    UUID escalation = notice.escalationId();
    return escalation == null ? null : unit.causeOf(escalation.toString()).orElse(null);
  }

  private static @Nullable String provider(Reach reach) {
    return reach instanceof Reach.By by ? by.provider() : null;
  }

  private static @Nullable String cause(Reach reach) {
    return reach instanceof Reach.Nothing none ? none.cause().name() : null;
  }

  /** Who has been told that these gaps opened, or is about to be. */
  public Uni<List<GapRecipient>> recipientsOf(UnitOfWork unit, Collection<UUID> gaps) {
    return unit.query(RECIPIENTS_OF, Tuple.of(gaps.toArray(UUID[]::new)))
        .map(
            rows ->
                Columns.list(
                    rows,
                    row -> new GapRecipient(row.getUUID("about"), row.getString("recipient"))));
  }
}
