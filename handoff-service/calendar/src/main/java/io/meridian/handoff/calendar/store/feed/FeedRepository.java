package io.meridian.handoff.calendar.store.feed;

import io.meridian.handoff.calendar.domain.feed.FeedRecord;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Feeds, and the hashes of their secrets. */
@ApplicationScoped
public class FeedRepository {

  /** The key of the last row that a caller has seen. */
  public record After(Instant createdAt, UUID id) {}

  /** Adds a feed. */
  public Uni<Void> insert(UnitOfWork unit, FeedRecord feed, byte[] secretHash) {
    return unit.session().persist(FeedRow.of(feed, secretHash)).chain(() -> unit.session().flush());
  }

  /** The feed with this id. */
  public Uni<Optional<FeedRecord>> find(UnitOfWork unit, UUID id) {
    return unit.session().find(FeedRow.class, id).map(FeedRepository::feed);
  }

  /** The same, locked until the transaction ends. */
  public Uni<Optional<FeedRecord>> lock(UnitOfWork unit, UUID id) {
    return unit.session()
        .find(FeedRow.class, id, LockModeType.PESSIMISTIC_WRITE)
        .map(FeedRepository::feed);
  }

  /**
   * Feeds, the oldest first.
   *
   * @param createdBy null: everybody's
   */
  public Uni<List<FeedRecord>> list(
      UnitOfWork unit, @Nullable String createdBy, @Nullable After after, int limit) {
    StringBuilder where = new StringBuilder(" where true = true");
    Map<String, Object> values = new HashMap<>();
    if (createdBy != null) {
      where.append(" and createdBy = :by");
      values.put("by", createdBy);
    }
    if (after != null) {
      where.append(" and (createdAt > :at or createdAt = :at and id > :id)");
      values.put("at", after.createdAt());
      values.put("id", after.id());
    }
    var query =
        unit.session()
            .createSelectionQuery("from FeedRow" + where + " order by createdAt, id", FeedRow.class)
            .setMaxResults(limit);
    values.forEach(query::setParameter);
    return query.getResultList().map(rows -> rows.stream().map(FeedRow::toDomain).toList());
  }

  /** Gives a feed another secret; the one before finds nothing any more. */
  public Uni<Void> reset(UnitOfWork unit, UUID id, byte[] secretHash) {
    return unit.session()
        .find(FeedRow.class, id)
        .invoke(row -> row.reset(secretHash))
        .chain(() -> unit.session().flush());
  }

  /** Takes a feed away. */
  public Uni<Void> delete(UnitOfWork unit, UUID id) {
    return unit.session()
        .find(FeedRow.class, id)
        .chain(row -> unit.session().remove(row))
        .chain(() -> unit.session().flush());
  }

  private static Optional<FeedRecord> feed(@Nullable FeedRow row) {
    return Optional.ofNullable(row).map(FeedRow::toDomain);
  }
}
