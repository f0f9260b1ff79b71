package io.meridian.customer.store;

import io.meridian.customer.domain.Directory;
import io.meridian.events.CalendarState;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
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
  private static final String INSERT =
      """
      insert into directory_tam (id, name, region, status)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
      """;
  private static final String FIND =
      """
      select t.id, t.name, t.region, t.status
        from directory left join directory_tam t on t.id = any(cast(?1 as text[]))
      """;

  /** What is known of these TAMs. */
  public Uni<Directory> find(UnitOfWork unit, Collection<String> ids) {
    return unit.session()
        .createNativeQuery(FIND, Object[].class)
        .setParameter(1, ids.toArray(String[]::new))
        .getResultList()
        .map(DirectoryStore::directory);
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
    List<CalendarState.Tam> tams = calendar.tams();
    return unit.query("delete from directory_tam")
        .chain(
            () ->
                unit.query(
                    INSERT,
                    Tuple.of(
                        column(tams, CalendarState.Tam::id),
                        column(tams, CalendarState.Tam::name),
                        column(tams, CalendarState.Tam::region),
                        column(tams, CalendarState.Tam::status))))
        .replaceWithVoid();
  }

  private static String[] column(
      List<CalendarState.Tam> tams, Function<CalendarState.Tam, String> value) {
    return tams.stream().map(value).toArray(String[]::new);
  }

  /** No row: no calendar yet. A row without a TAM: none of those asked about. */
  private static Directory directory(List<Object[]> rows) {
    return new Directory(
        !rows.isEmpty(),
        rows.stream()
            .filter(row -> row[0] != null)
            .map(DirectoryStore::tam)
            .collect(Collectors.toUnmodifiableMap(Directory.Tam::id, t -> t)));
  }

  private static Directory.Tam tam(Object[] row) {
    return new Directory.Tam(
        (String) row[0], (String) row[1], (String) row[2], !"INACTIVE".equals(row[3]));
  }
}
