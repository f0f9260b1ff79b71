package io.meridian.handoff.calendar.store.roster;

import io.meridian.events.SwapStatus;
import io.meridian.handoff.calendar.domain.roster.SwapRequest;
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
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Requests to swap shifts. */
@ApplicationScoped
public class SwapRepository {
  private static final int EXPIRED_MAX = 500;

  /** The key of the last row that a caller has seen. */
  public record After(Instant askedAt, UUID id) {}

  /**
   * Adds an open request.
   *
   * @return false when the same TAM is asked for the same shift already; nothing more can be done
   *     in this unit then
   */
  public Uni<Boolean> insert(UnitOfWork unit, SwapRequest request) {
    return unit.session()
        .persist(SwapRequestRow.of(request))
        .chain(() -> unit.session().flush())
        .replaceWith(true)
        .onFailure(ConstraintViolationException.class)
        .recoverWithItem(false);
  }

  /** Keeps the stage that a request has come to. */
  public Uni<Void> update(UnitOfWork unit, SwapRequest request) {
    return unit.session()
        .find(SwapRequestRow.class, request.id())
        .invoke(row -> row.take(request))
        .chain(() -> unit.session().flush());
  }

  /** The request with this id. */
  public Uni<Optional<SwapRequest>> find(UnitOfWork unit, UUID id) {
    return unit.session().find(SwapRequestRow.class, id).map(SwapRepository::request);
  }

  /** The same, locked until the transaction ends. */
  public Uni<Optional<SwapRequest>> lock(UnitOfWork unit, UUID id) {
    return unit.session()
        .find(SwapRequestRow.class, id, LockModeType.PESSIMISTIC_WRITE)
        .map(SwapRepository::request);
  }

  /** Requests, the latest first. */
  public Uni<List<SwapRequest>> list(
      UnitOfWork unit,
      @Nullable String tam,
      @Nullable SwapStatus status,
      @Nullable After after,
      int limit) {
    StringBuilder where = new StringBuilder(" where true = true");
    Map<String, Object> values = new HashMap<>();
    if (tam != null) {
      where.append(" and (asker = :tam or asked = :tam)");
      values.put("tam", tam);
    }
    if (status != null) {
      where.append(" and status = :status");
      values.put("status", status);
    }
    if (after != null) {
      where.append(" and (askedAt < :at or askedAt = :at and id < :id)");
      values.put("at", after.askedAt());
      values.put("id", after.id());
    }
    var query = query(unit, where + " order by askedAt desc, id desc");
    values.forEach(query::setParameter);
    return requests(query.setMaxResults(limit));
  }

  /** When the next open request expires. */
  public Uni<Optional<Instant>> earliestExpiry(UnitOfWork unit) {
    return unit.session()
        .createSelectionQuery(
            "select min(expiresAt) from SwapRequestRow where status = :asked", Instant.class)
        .setParameter("asked", SwapStatus.ASKED)
        .getSingleResultOrNull()
        .map(Optional::ofNullable);
  }

  /** Open requests that are over at the instant, at most 500, locked. */
  public Uni<List<SwapRequest>> lockExpired(UnitOfWork unit, Instant at) {
    return requests(
        query(unit, " where status = :asked and expiresAt <= :at order by id")
            .setParameter("asked", SwapStatus.ASKED)
            .setParameter("at", at)
            .setMaxResults(EXPIRED_MAX)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE));
  }

  /** The asker's other open requests for the same shift, locked. */
  public Uni<List<SwapRequest>> lockOthers(UnitOfWork unit, SwapRequest request) {
    return requests(
        query(
                unit,
                " where status = :asked and shift.id = :shift and asker = :asker and id <> :id"
                    + " order by id")
            .setParameter("asked", SwapStatus.ASKED)
            .setParameter("shift", request.shift().id())
            .setParameter("asker", request.asker())
            .setParameter("id", request.id())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE));
  }

  private static Mutiny.SelectionQuery<SwapRequestRow> query(UnitOfWork unit, String rest) {
    return unit.session().createSelectionQuery("from SwapRequestRow" + rest, SwapRequestRow.class);
  }

  private static Uni<List<SwapRequest>> requests(Mutiny.SelectionQuery<SwapRequestRow> query) {
    return query.getResultList().map(rows -> rows.stream().map(SwapRequestRow::toDomain).toList());
  }

  private static Optional<SwapRequest> request(@Nullable SwapRequestRow row) {
    return Optional.ofNullable(row).map(SwapRequestRow::toDomain);
  }
}
