package io.meridian.escalation.integration.store;

import io.meridian.escalation.integration.domain.Integration;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Integrations as they are stored: their secrets sealed. */
@ApplicationScoped
public class IntegrationRepository {

  /** Adds an integration. */
  public Uni<Void> insert(UnitOfWork unit, Integration integration) {
    return unit.session()
        .persist(IntegrationRow.of(integration))
        .chain(() -> unit.session().flush());
  }

  /** Saves what may change: secrets and revocation. */
  public Uni<Void> update(UnitOfWork unit, Integration integration) {
    return unit.session()
        .find(IntegrationRow.class, integration.id())
        .invoke(row -> row.take(integration))
        .chain(() -> unit.session().flush());
  }

  /** The integration with this id. */
  public Uni<Optional<Integration>> find(UnitOfWork unit, UUID id) {
    return unit.session().find(IntegrationRow.class, id).map(IntegrationRepository::integration);
  }

  /** The same, locked until the transaction ends. */
  public Uni<Optional<Integration>> lock(UnitOfWork unit, UUID id) {
    return unit.session()
        .find(IntegrationRow.class, id, LockModeType.PESSIMISTIC_WRITE)
        .map(IntegrationRepository::integration);
  }

  /** In the order of their creation, after the one with id {@code after}. */
  public Uni<List<Integration>> list(UnitOfWork unit, UUID after, int count) {
    return all(
        unit.session()
            .createSelectionQuery(
                "from IntegrationRow where id > :after order by id", IntegrationRow.class)
            .setParameter("after", after)
            .setMaxResults(count));
  }

  /** Ids of those with a secret that does not begin in this way. */
  public Uni<List<UUID>> notSealed(UnitOfWork unit, String like) {
    return unit.session()
        .createSelectionQuery(
            "select id from IntegrationRow where secret not like :like or previousSecret not like"
                + " :like",
            UUID.class)
        .setParameter("like", like + "%")
        .getResultList();
  }

  /** All that are not revoked. */
  public Uni<List<Integration>> active(UnitOfWork unit) {
    return all(
        unit.session()
            .createSelectionQuery(
                "from IntegrationRow where revokedAt is null", IntegrationRow.class));
  }

  private static Uni<List<Integration>> all(Mutiny.SelectionQuery<IntegrationRow> query) {
    return query.getResultList().map(rows -> rows.stream().map(IntegrationRow::toDomain).toList());
  }

  private static Optional<Integration> integration(@Nullable IntegrationRow row) {
    return Optional.ofNullable(row).map(IntegrationRow::toDomain);
  }
}
