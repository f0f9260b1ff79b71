package io.meridian.escalation.customer.store;

import static java.util.stream.Collectors.joining;

import io.meridian.escalation.customer.domain.ServiceTerms;
import io.meridian.events.CustomerState;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.events.SlaPolicyState;
import io.meridian.events.Tier;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The replica of what counts for a customer's escalations: home region, tier, what tiers buy. */
@ApplicationScoped
public class ServiceTermsStore {
  private static final String SEPARATOR = ",";
  private static final Rows<CustomerState> CUSTOMERS =
      Rows.<CustomerState>as("c")
          .uuid("customer_id", CustomerState::id)
          .text("tier", c -> c.tier().name())
          .text("home_region", CustomerState::homeRegion)
          .number("revision", CustomerState::revision);
  private static final Rows<SlaPolicyState> POLICIES =
      Rows.<SlaPolicyState>as("p")
          .text("tier", p -> p.tier().name())
          .text("service_hours", ServiceTermsStore::bought)
          .text("close_after", p -> p.closeAfter() == null ? null : p.closeAfter().toString())
          .number("revision", SlaPolicyState::revision);
  private static final String SAVE_CUSTOMERS =
      """
      insert into customer_terms (%s) select * from %s
      on conflict (customer_id) do update set %s
        where customer_terms.revision < excluded.revision
      """
          .formatted(CUSTOMERS.names(), CUSTOMERS.unnest(), CUSTOMERS.excluded("customer_id"));
  private static final String SAVE_POLICIES =
      """
      insert into sla_policy (%s) select * from %s
      on conflict (tier) do update set %s where sla_policy.revision < excluded.revision
      """
          .formatted(POLICIES.names(), POLICIES.unnest(), POLICIES.excluded("tier"));
  private static final String TERMS =
      """
      select c.customer_id, c.home_region, c.tier, p.service_hours, p.close_after
        from customer_terms c left join sla_policy p on p.tier = c.tier
       where c.customer_id = any($1)
      """;

  private final Pool pool;

  ServiceTermsStore(Pool pool) {
    this.pool = pool;
  }

  /** Saves what is newer than what is stored; one state a customer. */
  public Uni<Void> saveCustomers(UnitOfWork unit, Collection<CustomerState> customers) {
    return customers.isEmpty()
        ? Uni.createFrom().voidItem()
        : unit.query(SAVE_CUSTOMERS, CUSTOMERS.tuple(customers)).replaceWithVoid();
  }

  /** Saves what is newer than what is stored; one state a tier. */
  public Uni<Void> savePolicies(UnitOfWork unit, Collection<SlaPolicyState> policies) {
    return policies.isEmpty()
        ? Uni.createFrom().voidItem()
        : unit.query(SAVE_POLICIES, POLICIES.tuple(policies)).replaceWithVoid();
  }

  /**
   * The terms of those of these customers that are known here.
   *
   * @param closeAfter what counts where the policy says nothing
   */
  public Uni<Map<UUID, ServiceTerms>> terms(Collection<UUID> customers, Duration closeAfter) {
    return pool.preparedQuery(TERMS)
        .execute(Tuple.of(customers.toArray(UUID[]::new)))
        .map(rows -> terms(rows, closeAfter));
  }

  /** The same in the caller's transaction. */
  public Uni<Map<UUID, ServiceTerms>> terms(
      UnitOfWork unit, Collection<UUID> customers, Duration closeAfter) {
    return unit.query(TERMS, Tuple.of(customers.toArray(UUID[]::new)))
        .map(rows -> terms(rows, closeAfter));
  }

  private static Map<UUID, ServiceTerms> terms(RowSet<Row> rows, Duration closeAfter) {
    Map<UUID, ServiceTerms> found = new HashMap<>();
    for (Row row : rows) {
      String closing = row.getString("close_after");
      found.put(
          row.getUUID("customer_id"),
          new ServiceTerms(
              row.getString("home_region"),
              Tier.valueOf(row.getString("tier")),
              bought(row.getString("service_hours")),
              closing == null ? closeAfter : Duration.parse(closing)));
    }
    return found;
  }

  /** What a policy says of service hours: {@code SEV3 FOLLOW_THE_SUN,SEV4 HOME_REGION}. */
  private static String bought(SlaPolicyState policy) {
    return policy.targets().stream()
        .filter(target -> target.serviceHours() != null)
        .map(target -> target.severity() + " " + target.serviceHours())
        .collect(joining(SEPARATOR));
  }

  private static Map<Severity, ServiceHours> bought(@Nullable String text) {
    Map<Severity, ServiceHours> bought = new EnumMap<>(Severity.class);
    if (text != null && !text.isEmpty()) {
      for (String one : text.split(SEPARATOR)) {
        String[] words = one.split(" ");
        bought.put(Severity.valueOf(words[0]), ServiceHours.valueOf(words[1]));
      }
    }
    return bought;
  }
}
