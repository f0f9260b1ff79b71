package io.meridian.customer.sla.store;

import io.meridian.customer.sla.domain.SlaPolicy;
import io.meridian.events.Tier;
import io.meridian.runtime.work.LostRaces;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Service levels, each with its targets. */
@ApplicationScoped
public class SlaPolicyRepository {
  private static final String ALL = "from SlaPolicyRow p left join fetch p.targets";

  /** The policies that somebody has written. */
  public Uni<List<SlaPolicy>> all(UnitOfWork unit) {
    return unit.session()
        .createQuery(ALL, SlaPolicyRow.class)
        .getResultList()
        .map(rows -> rows.stream().map(SlaPolicyRow::toDomain).toList());
  }

  /** The policy of this tier, once somebody has written it. */
  public Uni<Optional<SlaPolicy>> find(UnitOfWork unit, Tier tier) {
    return unit.session()
        .createQuery(ALL + " where p.tier = ?1", SlaPolicyRow.class)
        .setParameter(1, tier)
        .getSingleResultOrNull()
        .map(row -> Optional.ofNullable(row).map(SlaPolicyRow::toDomain));
  }

  /**
   * Writes the next revision of a policy looked for in this unit; fails with an optimistic lock
   * failure when somebody else was faster. The first one is not looked for again: whoever has
   * written it meanwhile is met by the key.
   */
  public Uni<Void> save(UnitOfWork unit, SlaPolicy policy) {
    Uni<Void> written =
        policy.revision() == 1
            ? unit.session().persist(SlaPolicyRow.of(policy))
            : unit.session()
                .find(SlaPolicyRow.class, policy.tier())
                .invoke(row -> row.accept(policy))
                .replaceWithVoid();
    return written.chain(() -> LostRaces.flush(unit));
  }
}
