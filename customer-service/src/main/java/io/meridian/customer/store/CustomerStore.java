package io.meridian.customer.store;

import io.meridian.customer.domain.Customer;
import io.meridian.events.ExternalRef;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Customers in PostgreSQL. */
@ApplicationScoped
public class CustomerStore {
  private static final String FOREIGN =
      """
      select r.system, r.ref_id, c.id, c.name
        from external_ref r
        join customer c on c.id = r.customer_id
        join unnest(cast(?1 as text[]), cast(?2 as text[])) as wanted (system, ref_id)
          on wanted.system = r.system and wanted.ref_id = r.ref_id
       where r.customer_id <> ?3
       order by r.system, r.ref_id
      """;

  private final CustomerParts parts;

  CustomerStore(CustomerParts parts) {
    this.parts = parts;
  }

  /** A reference that stands for another customer already. */
  public record Taken(String system, String id, UUID ownerId, String ownerName) {}

  /** The customer with this id. */
  public Uni<Optional<Customer>> find(UnitOfWork unit, UUID id) {
    return unit.session()
        .find(CustomerRow.class, id)
        .chain(
            row ->
                row == null
                    ? Uni.createFrom().item(Optional.<Customer>empty())
                    : parts
                        .complete(unit, List.of(row))
                        .map(customers -> Optional.of(customers.getFirst())));
  }

  /** Writes a new customer; then ask {@link #taken}. */
  public Uni<Void> insert(UnitOfWork unit, Customer customer) {
    return unit.session()
        .persist(CustomerRow.of(customer))
        .chain(() -> unit.session().flush())
        .chain(() -> parts.replaceRefs(unit, customer))
        .chain(() -> parts.replaceTams(unit, customer));
  }

  /**
   * Writes what changed between two revisions of a customer read in this session. Fails with an
   * optimistic lock failure when somebody else was faster; then ask {@link #taken}.
   */
  public Uni<Void> update(UnitOfWork unit, Customer before, Customer after) {
    Uni<Void> row =
        unit.session()
            .find(CustomerRow.class, after.id())
            .invoke(found -> found.take(after))
            .chain(() -> unit.session().flush());
    if (!before.profile().externalRefs().equals(after.profile().externalRefs())) {
      row = row.chain(() -> parts.replaceRefs(unit, after));
    }
    if (!before.tamAssignments().equals(after.tamAssignments())) {
      row = row.chain(() -> parts.replaceTams(unit, after));
    }
    if (!before.contacts().equals(after.contacts())) {
      row = row.chain(() -> parts.replaceContacts(unit, after));
    }
    return row;
  }

  /** The references of this customer that could not be written, since they are another's. */
  public Uni<List<Taken>> taken(UnitOfWork unit, Customer customer) {
    List<ExternalRef> refs = customer.profile().externalRefs();
    if (refs.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return unit.session()
        .createNativeQuery(FOREIGN, Object[].class)
        .setParameter(1, refs.stream().map(ExternalRef::system).toArray(String[]::new))
        .setParameter(2, refs.stream().map(ExternalRef::id).toArray(String[]::new))
        .setParameter(3, customer.id())
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(r -> new Taken((String) r[0], (String) r[1], (UUID) r[2], (String) r[3]))
                    .toList());
  }
}
