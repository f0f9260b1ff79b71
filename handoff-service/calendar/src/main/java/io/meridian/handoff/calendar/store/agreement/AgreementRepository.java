package io.meridian.handoff.calendar.store.agreement;

import io.meridian.handoff.calendar.domain.CoverageAgreement;
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

/** Agreements, one by one, as people make and end them. Those withdrawn are found no more. */
@ApplicationScoped
public class AgreementRepository {

  /** The key of the last row that a caller has seen. */
  public record After(Instant from, UUID id) {}

  /** Adds an agreement. */
  public Uni<Void> insert(UnitOfWork unit, CoverageAgreement agreement) {
    return unit.session().persist(AgreementRow.of(agreement)).chain(() -> unit.session().flush());
  }

  /** The agreement with this id. */
  public Uni<Optional<CoverageAgreement>> find(UnitOfWork unit, UUID id) {
    return unit.session().find(AgreementRow.class, id).map(AgreementRepository::agreement);
  }

  /** The same, locked until the transaction ends. */
  public Uni<Optional<CoverageAgreement>> lock(UnitOfWork unit, UUID id) {
    return unit.session()
        .find(AgreementRow.class, id, LockModeType.PESSIMISTIC_WRITE)
        .map(AgreementRepository::agreement);
  }

  /**
   * Agreements by their beginning.
   *
   * @param from only those that last longer, or null
   * @param to only those that begin before, or null
   */
  public Uni<List<CoverageAgreement>> list(
      UnitOfWork unit,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable After after,
      int limit) {
    StringBuilder where = new StringBuilder(" where withdrawnAt is null");
    Map<String, Object> values = new HashMap<>();
    if (from != null) {
      where.append(" and untilAt > :from");
      values.put("from", from);
    }
    if (to != null) {
      where.append(" and fromAt < :to");
      values.put("to", to);
    }
    if (after != null) {
      where.append(" and (fromAt > :at or fromAt = :at and id > :id)");
      values.put("at", after.from());
      values.put("id", after.id());
    }
    var query =
        unit.session()
            .createSelectionQuery(
                "from AgreementRow" + where + " order by fromAt, id", AgreementRow.class)
            .setMaxResults(limit);
    values.forEach(query::setParameter);
    return query.getResultList().map(rows -> rows.stream().map(AgreementRow::toDomain).toList());
  }

  /** It is over at that instant. */
  public Uni<Void> end(UnitOfWork unit, UUID id, Instant at, String by) {
    return unit.session()
        .find(AgreementRow.class, id)
        .invoke(row -> row.end(at, by))
        .chain(() -> unit.session().flush());
  }

  /** It never was in force, and will not be. */
  public Uni<Void> withdraw(UnitOfWork unit, UUID id, Instant at, String by) {
    return unit.session()
        .find(AgreementRow.class, id)
        .invoke(row -> row.withdraw(at, by))
        .chain(() -> unit.session().flush());
  }

  private static Optional<CoverageAgreement> agreement(@Nullable AgreementRow row) {
    return Optional.ofNullable(row)
        .filter(found -> !found.isWithdrawn())
        .map(AgreementRow::toDomain);
  }
}
