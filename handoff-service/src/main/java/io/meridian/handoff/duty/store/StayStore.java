package io.meridian.handoff.duty.store;

import io.meridian.handoff.duty.domain.stay.Home;
import io.meridian.handoff.duty.domain.stay.Stay;
import io.meridian.handoff.duty.domain.stay.Stays;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was decided to stay at home, and who has anything there. */
@ApplicationScoped
public class StayStore {
  private static final Comparator<Home> ORDER =
      Comparator.comparing(Home::tam).thenComparing(Home::region);

  private static final Rows<Home> HOMES =
      Rows.<Home>as("h").text("tam", Home::tam).text("region", Home::region);

  private static final Rows<Stay> STAYS =
      Rows.<Stay>as("n")
          .text("tam", stay -> stay.home().tam())
          .text("region", stay -> stay.home().region())
          .instant("since", Stay::since)
          .instant("until", Stay::until)
          .number("revision", Stay::revision)
          .instant("decided_at", Stay::decidedAt);

  /** One step in the index for each home: what rests in it is not read. */
  static final String HOMES_OF_ALL =
      """
      with recursive homes as (
        (select lives_in, tam from accountability where upper_inf(during) and lives_in is not null
         order by lives_in, tam limit 1)
        union all
        select next.lives_in, next.tam from homes h cross join lateral (
          select a.lives_in, a.tam from accountability a
          where upper_inf(a.during) and a.lives_in is not null and (a.lives_in, a.tam) > (h.lives_in, h.tam)
          order by a.lives_in, a.tam limit 1) next)
      """;

  private static final String ALL = HOMES_OF_ALL + "select lives_in, tam from homes";

  private static final String UNFINISHED =
      """
      select distinct a.lives_in, a.tam from handoff o
      join accountability a on a.escalation_id = o.escalation_id and upper_inf(a.during)
      where o.status not in ('ACCEPTED', 'ASSIGNED_BY_LEAD', 'CANCELLED') and a.lives_in is not null
      """;

  /** For each home the decisions since an instant, and the last one before. */
  private static final String SINCE =
      """
      select s.* from %s join stay s on s.tam = h.tam and s.region = h.region
      where s.since >= coalesce((select max(b.since) from stay b
        where b.tam = h.tam and b.region = h.region and b.since <= %s), '-infinity')
      """
          .formatted(HOMES.unnest(), HOMES.after(1));

  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended(h.tam || '|' || h.region, 7)) from %s"
          .formatted(HOMES.unnest());

  private static final String WRITE =
      """
      insert into stay as s (%s)
      select tam, region, since, until,
        coalesce((select max(b.revision) from stay b where b.tam = n.tam and b.region = n.region), 0)
          + row_number() over (partition by tam, region order by since), decided_at
      from %s
      on conflict (tam, region, since) do update set %s
      returning *
      """
          .formatted(STAYS.names(), STAYS.unnest(), STAYS.excluded("tam", "region", "since"));

  /** Everybody who has anything open at home, and where. */
  public Uni<Set<Home>> homes(UnitOfWork unit) {
    return unit.query(ALL).map(rows -> homes(Columns.list(rows, StayStore::home)));
  }

  /** Those who have anything at home whose handoff is not finished. */
  public Uni<Set<Home>> unfinished(UnitOfWork unit) {
    return unit.query(UNFINISHED).map(rows -> homes(Columns.list(rows, StayStore::home)));
  }

  /** What was decided about homes from an instant on, and what counted then. */
  public Uni<Stays> since(UnitOfWork unit, Collection<Home> homes, Instant since) {
    return homes.isEmpty()
        ? Uni.createFrom().item(Stays.NONE)
        : unit.query(SINCE, HOMES.tuple(List.copyOf(homes), Columns.utc(since)))
            .map(rows -> Stays.of(Columns.list(rows, StayStore::stay)));
  }

  /** Until the transaction ends nobody else decides about these homes. */
  public Uni<Void> lock(UnitOfWork unit, Collection<Home> homes) {
    return unit.query(LOCK, HOMES.tuple(homes.stream().distinct().sorted(ORDER).toList()))
        .replaceWithVoid();
  }

  /** Writes decisions, and counts them; one as of the same instant as another replaces it. */
  public Uni<List<Stay>> write(UnitOfWork unit, Collection<Stay> stays) {
    return unit.query(WRITE, STAYS.tuple(List.copyOf(stays)))
        .map(rows -> Columns.list(rows, StayStore::stay));
  }

  private static Set<Home> homes(List<Home> all) {
    return new LinkedHashSet<>(all);
  }

  private static Home home(Row row) {
    return new Home(row.getString("tam"), row.getString("lives_in"));
  }

  private static Stay stay(Row row) {
    return new Stay(
        new Home(row.getString("tam"), row.getString("region")),
        Columns.instant(row, "since"),
        Columns.instantOrNull(row, "until"),
        row.getLong("revision"),
        Columns.instant(row, "decided_at"));
  }
}
