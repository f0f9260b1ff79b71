package io.meridian.escalation.directory.store;

import io.meridian.events.CalendarState;
import io.meridian.roster.Standing;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** The replica of the calendar's directory. */
@ApplicationScoped
public class DirectoryStore {
  private static final String ADVANCE =
      """
      insert into directory (revision, changed_at) values ($1, $2)
      on conflict (one) do update set revision = excluded.revision, changed_at = excluded.changed_at
       where directory.revision < excluded.revision
      """;
  private static final Rows<CalendarState.Tam> TAM =
      Rows.<CalendarState.Tam>as("told")
          .text("id", CalendarState.Tam::id)
          .text("name", CalendarState.Tam::name)
          .text("region", CalendarState.Tam::region)
          .text("status", CalendarState.Tam::status);
  private static final Rows<CalendarState.Region> REGION =
      Rows.<CalendarState.Region>as("told")
          .text("code", CalendarState.Region::code)
          .text("lead", CalendarState.Region::lead);
  private static final String TAMS =
      "insert into directory_tam (" + TAM.names() + ") select * from " + TAM.unnest();
  private static final String REGIONS =
      "insert into directory_region (" + REGION.names() + ") select * from " + REGION.unnest();
  private static final String STANDING =
      """
      select t.region, t.status from directory left join directory_tam t on t.id = $1
      """;

  /** Replaces the directory, unless the one in place is as new. */
  public Uni<Void> replace(UnitOfWork unit, CalendarState calendar) {
    return unit.query(
            ADVANCE, Tuple.of(calendar.revision(), calendar.changedAt().atOffset(ZoneOffset.UTC)))
        .chain(
            advanced ->
                advanced.rowCount() == 0 ? Uni.createFrom().voidItem() : refill(unit, calendar));
  }

  private static Uni<Void> refill(UnitOfWork unit, CalendarState calendar) {
    return unit.query("delete from directory_tam")
        .chain(() -> unit.query("delete from directory_region"))
        .chain(() -> unit.query(TAMS, TAM.tuple(calendar.tams())))
        .chain(() -> unit.query(REGIONS, REGION.tuple(calendar.regions())))
        .replaceWithVoid();
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
}
