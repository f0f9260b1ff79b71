package io.meridian.customer.customer.store;

import io.meridian.customer.customer.domain.Customer;
import io.meridian.customer.customer.domain.CustomerFilter;
import io.meridian.events.ExternalRef;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.runtime.work.LostRaces;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Customers, each with its references, assignments and stakeholders. */
@ApplicationScoped
public class CustomerRepository {
  private static final String FOREIGN =
      """
      select r.system, r.refId, c.id, c.name
        from ExternalRefRow r join CustomerRow c on c.id = r.customerId
       where r.refId in :ids and r.customerId <> :customer
       order by r.system, r.refId
      """;

  /** A reference that stands for another customer already. */
  public record Taken(String system, String id, UUID ownerId, String ownerName) {}

  /** The customer with this id. */
  public Uni<Optional<Customer>> find(UnitOfWork unit, UUID id) {
    return unit.session()
        .find(CustomerRow.class, id)
        .map(row -> row == null ? List.<CustomerRow>of() : List.of(row))
        .call(rows -> fetchParts(unit, rows))
        .map(rows -> rows.stream().map(CustomerRow::toDomain).findFirst());
  }

  /** The page of customers that match, ordered by name, then id. */
  public Uni<Page<Customer>> page(UnitOfWork unit, CustomerFilter filter, PageRequest request) {
    CustomerCriteria criteria = new CustomerCriteria(filter, request);
    var query =
        unit.session()
            .createQuery(
                "from CustomerRow c" + criteria.clause() + CustomerCriteria.ORDER,
                CustomerRow.class);
    criteria.values().forEach(query::setParameter);
    return query
        .setMaxResults(request.limit() + 1)
        .getResultList()
        .call(rows -> fetchParts(unit, rows))
        .map(rows -> rows.stream().map(CustomerRow::toDomain).toList())
        .map(customers -> Page.of(customers, request, CustomerCriteria::key));
  }

  /**
   * Writes a new customer none of whose references is {@link #taken}. Fails with an optimistic lock
   * failure when one has been taken since.
   */
  public Uni<Void> insert(UnitOfWork unit, Customer customer) {
    return unit.session().persist(CustomerRow.of(customer)).chain(() -> LostRaces.flush(unit));
  }

  /**
   * Writes the next revision of a customer read in this unit, none of whose references is {@link
   * #taken}. Fails with an optimistic lock failure when somebody else was faster.
   */
  public Uni<Void> update(UnitOfWork unit, Customer after) {
    return unit.session()
        .find(CustomerRow.class, after.id())
        .invoke(row -> row.accept(after))
        .chain(() -> LostRaces.flush(unit));
  }

  /** The references of this customer that stand for another. */
  public Uni<List<Taken>> taken(UnitOfWork unit, Customer customer) {
    Set<String> ids = new HashSet<>();
    Set<ExternalRefRow.Key> keys = new HashSet<>();
    for (ExternalRef ref : customer.profile().externalRefs()) {
      ids.add(ref.id());
      keys.add(new ExternalRefRow.Key(ref.system(), ref.id()));
    }
    if (ids.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return unit.session()
        .createQuery(FOREIGN, Taken.class)
        .setParameter("ids", ids)
        .setParameter("customer", customer.id())
        .getResultList()
        .map(
            found ->
                found.stream()
                    .filter(t -> keys.contains(new ExternalRefRow.Key(t.system(), t.id())))
                    .toList());
  }

  /** Reads what belongs to these customers, by one statement a kind of part. */
  private static Uni<Void> fetchParts(UnitOfWork unit, List<CustomerRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return fetch(unit, rows, "externalRefs")
        .chain(() -> fetch(unit, rows, "tamAssignments"))
        .chain(() -> fetch(unit, rows, "stakeholders"));
  }

  private static Uni<Void> fetch(UnitOfWork unit, List<CustomerRow> rows, String part) {
    return unit.session()
        .createQuery(
            "from CustomerRow c left join fetch c." + part + " where c.id in :ids",
            CustomerRow.class)
        .setParameter("ids", rows.stream().map(row -> row.id).toList())
        .getResultList()
        .replaceWithVoid();
  }
}
