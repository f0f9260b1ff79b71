package io.meridian.handoff.ledger.store;

import io.meridian.events.CustomerState;
import io.meridian.events.Stakeholder;
import io.meridian.handoff.duty.domain.routing.Opening.Customer;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The replica of customers: what routing and briefings ask about them. */
@ApplicationScoped
public class CustomerStore {

  private static final Rows<CustomerState> ROWS =
      Rows.<CustomerState>as("r")
          .uuid("id", CustomerState::id)
          .text("name", CustomerState::name)
          .text("tier", row -> row.tier().name())
          .text("home_region", CustomerState::homeRegion)
          .text("language", CustomerState::language)
          .text("assignments", CustomerStore::assignments)
          .text("stakeholders", CustomerStore::stakeholders)
          .number("revision", CustomerState::revision);
  private static final String UPSERT =
      """
      insert into customer as c (%s)
      select id, name, tier, home_region, language, assignments::jsonb, stakeholders, revision from %s
      on conflict (id) do update set %s where c.revision < excluded.revision
      """
          .formatted(ROWS.names(), ROWS.unnest(), ROWS.excluded("id"));
  private static final String FIND =
      "select id, home_region, language, assignments from customer where id = any($1)";

  private static final String NAMES = "select id, name from customer where id = any($1)";

  /** Writes what is newer than the replica; one state per customer. */
  public Uni<Void> upsert(UnitOfWork unit, Collection<CustomerState> unordered) {
    List<CustomerState> rows =
        unordered.stream().sorted(Comparator.comparing(CustomerState::id)).toList();
    return unit.query(UPSERT, ROWS.tuple(rows)).replaceWithVoid();
  }

  /** The customers that the replica knows, by id. */
  public Uni<Map<UUID, Customer>> find(UnitOfWork unit, Collection<UUID> ids) {
    return unit.query(FIND, Tuple.of(ids.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, Customer> found = new HashMap<>();
              rows.forEach(row -> found.put(row.getUUID("id"), customer(row)));
              return found;
            });
  }

  /** The names of the customers that the replica knows, by id. */
  public Uni<Map<UUID, String>> names(UnitOfWork unit, Collection<UUID> ids) {
    return unit.query(NAMES, Tuple.of(ids.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, String> names = new HashMap<>();
              rows.forEach(row -> names.put(row.getUUID("id"), row.getString("name")));
              return names;
            });
  }

  private static String assignments(CustomerState state) {
    return new JsonObject(new HashMap<>(state.tamAssignments())).encode();
  }

  private static String stakeholders(CustomerState state) {
    List<Stakeholder> known = state.stakeholders();
    return ServiceJson.write(known == null ? List.of() : known);
  }

  private static Customer customer(Row row) {
    Map<String, String> assignments = new HashMap<>();
    row.getJsonObject("assignments")
        .forEach(entry -> assignments.put(entry.getKey(), entry.getValue().toString()));
    return new Customer(row.getString("home_region"), row.getString("language"), assignments);
  }
}
