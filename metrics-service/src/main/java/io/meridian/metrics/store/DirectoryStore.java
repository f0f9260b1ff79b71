package io.meridian.metrics.store;

import io.meridian.events.CalendarState;
import io.meridian.events.CustomerState;
import io.meridian.roster.Standing;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Names of customers and TAMs, and who leads. Who leaves the calendar stays here: history names
 * them.
 */
@ApplicationScoped
public class DirectoryStore {

  /** A TAM of a calendar, and the revision that told of them. */
  private record Listed(CalendarState.Tam tam, long revision) {}

  /** A region of a calendar, and the revision that told of it. */
  private record LedRegion(CalendarState.Region region, long revision) {}

  private static final Rows<CustomerState> CUSTOMER =
      Rows.<CustomerState>as("told")
          .uuid("id", CustomerState::id)
          .text("name", CustomerState::name)
          .number("revision", CustomerState::revision);
  private static final Rows<Listed> TAM =
      Rows.<Listed>as("told")
          .text("id", listed -> listed.tam().id())
          .text("name", listed -> listed.tam().name())
          .text("region", listed -> listed.tam().region())
          .text("status", listed -> listed.tam().status())
          .number("revision", Listed::revision);
  private static final Rows<LedRegion> REGION =
      Rows.<LedRegion>as("told")
          .text("id", led -> led.region().code())
          .text("lead", led -> led.region().lead())
          .number("revision", LedRegion::revision);
  private static final String CUSTOMERS = forward("customer", CUSTOMER);
  private static final String TAMS = forward("tam", TAM);
  private static final String REGIONS = forward("region", REGION);

  /** Who is on the newest calendar, as its revision tells; whoever has left keeps an older one. */
  private static final String STANDING =
      """
      select t.region, t.status
        from (select max(revision) as revision from tam) newest
        left join tam t on t.id = $1 and t.revision = newest.revision
       where newest.revision is not null
      """;

  private static final String LED =
      """
      select id from region where lead = $1 and revision = (select max(revision) from region)
      """;

  private static String forward(String table, Rows<?> rows) {
    return """
      insert into %1$s (%2$s) select * from %3$s order by told.id
      on conflict (id) do update set %4$s where %1$s.revision < excluded.revision
      """
        .formatted(table, rows.names(), rows.unnest(), rows.excluded("id"));
  }

  /**
   * Takes over customers, each only forward.
   *
   * @param customers at most one state for each customer
   */
  public Uni<Void> customers(UnitOfWork unit, Collection<CustomerState> customers) {
    return unit.query(CUSTOMERS, CUSTOMER.tuple(customers)).replaceWithVoid();
  }

  /** What the directory says of somebody; before the first calendar nothing speaks against them. */
  public Uni<Standing> standing(UnitOfWork unit, String subject) {
    return unit.query(STANDING, Tuple.of(subject)).map(DirectoryStore::standing);
  }

  private static Standing standing(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return Standing.UNQUESTIONED;
    }
    Row row = rows.iterator().next();
    String status = row.getString("status");
    return status == null ? Standing.STRANGER : Standing.of(status, row.getString("region"));
  }

  /** Which regions the newest calendar has them lead. */
  public Uni<Set<String>> ledBy(UnitOfWork unit, String subject) {
    return unit.query(LED, Tuple.of(subject))
        .map(rows -> Set.copyOf(Columns.list(rows, row -> row.getString("id"))));
  }

  /** Takes over the TAMs and the regions of a calendar, unless a later one is known. */
  public Uni<Void> calendar(UnitOfWork unit, CalendarState calendar) {
    List<Listed> listed =
        calendar.tams().stream().map(tam -> new Listed(tam, calendar.revision())).toList();
    List<LedRegion> led =
        calendar.regions().stream()
            .map(region -> new LedRegion(region, calendar.revision()))
            .toList();
    return unit.query(TAMS, TAM.tuple(listed))
        .chain(() -> unit.query(REGIONS, REGION.tuple(led)))
        .replaceWithVoid();
  }
}
