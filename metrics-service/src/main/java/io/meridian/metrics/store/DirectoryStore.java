package io.meridian.metrics.store;

import io.meridian.events.CalendarState;
import io.meridian.events.CustomerState;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Names of customers and TAMs. Who leaves the calendar stays here: history names them. */
@ApplicationScoped
public class DirectoryStore {

  private static final String CUSTOMERS =
      """
      insert into customer (id, name, revision)
      select * from unnest($1::uuid[], $2::text[], $3::bigint[]) as told(id) order by told.id
      on conflict (id) do update set name = excluded.name, revision = excluded.revision
      where customer.revision < excluded.revision
      """;

  private static final String TAMS =
      """
      insert into tam (id, name, region, status, revision)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[]) as told(id) order by told.id
      on conflict (id) do update set name = excluded.name, region = excluded.region, status = excluded.status,
        revision = excluded.revision
      where tam.revision < excluded.revision
      """;

  /**
   * Takes over customers, each only forward.
   *
   * @param customers at most one state for each customer
   */
  public Uni<Void> customers(UnitOfWork unit, Collection<CustomerState> customers) {
    return unit.query(
            CUSTOMERS,
            Unnested.of(customers)
                .uuid(CustomerState::id)
                .text(CustomerState::name)
                .number(CustomerState::revision)
                .tuple())
        .replaceWithVoid();
  }

  /** Takes over the TAMs of a calendar, unless a later one is known. */
  public Uni<Void> calendar(UnitOfWork unit, CalendarState calendar) {
    return unit.query(
            TAMS,
            Unnested.of(calendar.tams())
                .text(CalendarState.Tam::id)
                .text(CalendarState.Tam::name)
                .text(CalendarState.Tam::region)
                .text(CalendarState.Tam::status)
                .number(tam -> calendar.revision())
                .tuple())
        .replaceWithVoid();
  }
}
