package io.meridian.escalation.customer.store;

import io.meridian.events.CustomerState;
import io.meridian.events.ExternalRef;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The replica of customers: what they are called, and what other systems call them. */
@ApplicationScoped
public class CustomerStore {
  /** What another system calls a customer. */
  private record Reference(UUID customer, ExternalRef ref) {}

  private static final Rows<CustomerState> CUSTOMERS =
      Rows.<CustomerState>as("c")
          .uuid("id", CustomerState::id)
          .text("name", CustomerState::name)
          .number("revision", CustomerState::revision);
  private static final Rows<Reference> REFERENCES =
      Rows.<Reference>as("r")
          .uuid("customer_id", Reference::customer)
          .text("system", reference -> reference.ref().system())
          .text("ref", reference -> reference.ref().id());
  private static final String SAVE =
      """
      insert into customer (%s) select * from %s
      on conflict (id) do update set %s where customer.revision < excluded.revision
      returning id
      """
          .formatted(CUSTOMERS.names(), CUSTOMERS.unnest(), CUSTOMERS.excluded("id"));
  private static final String FORGET_REFS = "delete from customer_ref where customer_id = any($1)";
  private static final String SAVE_REFS =
      "insert into customer_ref (%s) select * from %s on conflict do nothing"
          .formatted(REFERENCES.names(), REFERENCES.unnest());
  private static final String NAME = "select name from customer where id = $1";
  private static final String BY_REF =
      "select customer_id, system from customer_ref where ref = $1";

  private final Pool pool;

  CustomerStore(Pool pool) {
    this.pool = pool;
  }

  /** Saves what is newer than what is stored; one state a customer. */
  public Uni<Void> save(UnitOfWork unit, Collection<CustomerState> customers) {
    List<CustomerState> states = List.copyOf(customers);
    return unit.query(SAVE, CUSTOMERS.tuple(states))
        .chain(
            rows -> {
              Set<UUID> newer = new HashSet<>();
              rows.forEach(row -> newer.add(row.getUUID("id")));
              return saveRefs(unit, states.stream().filter(s -> newer.contains(s.id())).toList());
            });
  }

  private static Uni<Void> saveRefs(UnitOfWork unit, List<CustomerState> customers) {
    List<Reference> refs =
        customers.stream()
            .flatMap(c -> c.externalRefs().stream().map(ref -> new Reference(c.id(), ref)))
            .toList();
    UUID[] ids = customers.stream().map(CustomerState::id).toArray(UUID[]::new);
    return unit.query(FORGET_REFS, Tuple.of(ids))
        .chain(() -> unit.query(SAVE_REFS, REFERENCES.tuple(refs)))
        .replaceWithVoid();
  }

  /** The customer's name, if the customer is known here. */
  public Uni<Optional<String>> name(UUID id) {
    return pool.preparedQuery(NAME)
        .execute(Tuple.of(id))
        .map(rows -> Columns.list(rows, row -> row.getString("name")).stream().findFirst());
  }

  /** The customers that some system calls by this reference, by the system's name. */
  public Uni<Map<String, UUID>> byRef(String ref) {
    return pool.preparedQuery(BY_REF)
        .execute(Tuple.of(ref))
        .map(
            rows -> {
              Map<String, UUID> found = new LinkedHashMap<>();
              rows.forEach(row -> found.put(row.getString("system"), row.getUUID("customer_id")));
              return found;
            });
  }
}
