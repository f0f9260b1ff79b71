package io.meridian.customer.directory.store;

import io.meridian.customer.directory.domain.Directory;
import io.meridian.events.CalendarState;
import io.meridian.roster.Standing;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.stream.Collectors;

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
  private static final String INSERT =
      "insert into directory_tam (" + TAM.names() + ") select * from " + TAM.unnest();
  private static final String FIND =
      """
      select t.id, t.name, t.region, t.status
        from directory left join directory_tam t on t.id = any($1::text[])
      """;
  private static final String STANDING =
      """
      select t.region, t.status from directory left join directory_tam t on t.id = $1
      """;

  /** What is known of these TAMs. */
  public Uni<Directory> find(UnitOfWork unit, Collection<String> ids) {
    return unit.query(FIND, Tuple.of(ids.toArray(String[]::new))).map(DirectoryStore::directory);
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
        .chain(() -> unit.query(INSERT, TAM.tuple(calendar.tams())))
        .replaceWithVoid();
  }

  /** No row: no calendar yet. A row without a TAM: none of those asked about. */
  private static Directory directory(RowSet<Row> rows) {
    return new Directory(
        rows.size() > 0,
        Columns.list(rows, row -> row).stream()
            .filter(row -> row.getString("id") != null)
            .map(DirectoryStore::tam)
            .collect(Collectors.toUnmodifiableMap(Directory.Tam::id, t -> t)));
  }

  private static Directory.Tam tam(Row row) {
    return new Directory.Tam(
        row.getString("id"),
        row.getString("name"),
        row.getString("region"),
        !"INACTIVE".equals(row.getString("status")));
  }
}
