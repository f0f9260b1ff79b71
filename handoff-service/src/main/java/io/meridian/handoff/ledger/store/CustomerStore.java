package io.meridian.handoff.ledger.store;

import static io.meridian.runtime.sql.Columns.ids;
import static io.meridian.runtime.sql.Columns.longs;
import static io.meridian.runtime.sql.Columns.texts;

import io.meridian.events.CustomerState;
import io.meridian.events.Stakeholder;
import io.meridian.handoff.duty.domain.routing.Opening.Customer;
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

  private static final String UPSERT =
      """
      insert into customer as c (id, name, tier, home_region, language, assignments, stakeholders,
        revision)
      select id, name, tier, home_region, language, assignments::jsonb, stakeholders, revision
      from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
          $7::text[], $8::bigint[])
        as r (id, name, tier, home_region, language, assignments, stakeholders, revision)
      on conflict (id) do update set
        name = excluded.name, tier = excluded.tier, home_region = excluded.home_region,
        language = excluded.language, assignments = excluded.assignments,
        stakeholders = excluded.stakeholders, revision = excluded.revision
      where c.revision < excluded.revision
      """;
  private static final String FIND =
      "select id, home_region, language, assignments from customer where id = any($1)";

  private static final String NAMES = "select id, name from customer where id = any($1)";

  /** Writes what is newer than the replica; one state per customer. */
  public Uni<Void> upsert(UnitOfWork unit, Collection<CustomerState> unordered) {
    List<CustomerState> rows =
        unordered.stream().sorted(Comparator.comparing(CustomerState::id)).toList();
    return unit.query(
            UPSERT,
            Tuple.from(
                List.of(
                    ids(rows, CustomerState::id),
                    texts(rows, CustomerState::name),
                    texts(rows, row -> row.tier().name()),
                    texts(rows, CustomerState::homeRegion),
                    texts(rows, CustomerState::language),
                    texts(rows, CustomerStore::assignments),
                    texts(rows, CustomerStore::stakeholders),
                    longs(rows, CustomerState::revision))))
        .replaceWithVoid();
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
