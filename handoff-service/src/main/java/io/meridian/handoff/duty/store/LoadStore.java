package io.meridian.handoff.duty.store;

import io.meridian.handoff.duty.domain.routing.Load;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/** How much each TAM carries, kept by differences in the transaction that changes it. */
@ApplicationScoped
public class LoadStore {

  private static final String ALL = "select tam, open, sev1 from tam_load";

  /** The severe ones are few and have an index: no escalation is looked up for each offer. */
  private static final String WITH_OFFERS =
      """
      select tam, sum(open)::int as open, sum(sev1)::int as sev1
      from (select tam, open, sev1 from tam_load where $1::text[] is null or tam = any($1)
            union all
            select o.to_tam, count(*), count(e.id)
            from handoff o left join escalation e
              on e.id = o.escalation_id and e.severity = 'SEV1' and e.closed_at is null
            where o.status = 'OFFERED' %s group by o.to_tam) carried
      group by tam
      """;

  private static final String OF_ALL = WITH_OFFERS.formatted("");
  private static final String OF_SOME = WITH_OFFERS.formatted("and o.to_tam = any($1)");
  private static final Rows<Map.Entry<String, Load>> DIFFERENCE =
      Rows.<Map.Entry<String, Load>>as("d")
          .text("tam", Map.Entry::getKey)
          .number("open", difference -> difference.getValue().open())
          .number("sev1", difference -> difference.getValue().sev1());
  private static final String ADD =
      """
      insert into tam_load as l (%s) select * from %s
      on conflict (tam) do update set open = l.open + excluded.open, sev1 = l.sev1 + excluded.sev1
      """
          .formatted(DIFFERENCE.names(), DIFFERENCE.unnest());

  /** Everybody's load by TAM id. */
  public Uni<Map<String, Load>> all(UnitOfWork unit) {
    return unit.query(ALL).map(LoadStore::loads);
  }

  /** What everybody carries together with what they are asked to take, by TAM id. */
  public Uni<Map<String, Load>> withOffers(UnitOfWork unit) {
    return unit.query(OF_ALL, Tuple.of((Object) null)).map(LoadStore::loads);
  }

  /** The same of these TAMs alone; who carries nothing is left out. */
  public Uni<Map<String, Load>> withOffers(UnitOfWork unit, Collection<String> tams) {
    return unit.query(OF_SOME, Tuple.of((Object) tams.toArray(String[]::new)))
        .map(LoadStore::loads);
  }

  private static Map<String, Load> loads(RowSet<Row> rows) {
    Map<String, Load> loads = new HashMap<>();
    rows.forEach(
        row ->
            loads.put(
                row.getString("tam"), new Load(row.getInteger("open"), row.getInteger("sev1"))));
    return loads;
  }

  /** Adds differences, negative ones too, in the order of the TAM ids. */
  public Uni<Void> add(UnitOfWork unit, SortedMap<String, Load> differences) {
    return differences.isEmpty()
        ? Uni.createFrom().voidItem()
        : unit.query(ADD, DIFFERENCE.tuple(differences.entrySet())).replaceWithVoid();
  }
}
