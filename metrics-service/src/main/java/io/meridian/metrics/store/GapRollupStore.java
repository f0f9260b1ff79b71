package io.meridian.metrics.store;

import io.meridian.metrics.domain.RollupChanges.Place;
import io.meridian.metrics.domain.Tally;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The sums over closed gaps, kept in the transaction that changes the gaps. */
@ApplicationScoped
public class GapRollupStore {

  private static final String ADD =
      """
      insert into gap_rollup as r (facet, grain, bucket, item, counterpart, gaps, millis, longest_ms)
      select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[],
        $6::bigint[], $7::bigint[], $8::bigint[])
      on conflict (facet, grain, bucket, item, counterpart) do update set
        gaps = r.gaps + excluded.gaps, millis = r.millis + excluded.millis,
        longest_ms = greatest(r.longest_ms, excluded.longest_ms)
      """;

  /** Its snapshot is taken after ADD has locked the rows, so no committed gap is overlooked. */
  private static final String LOOK_AGAIN =
      """
      update gap_rollup r set longest_ms = coalesce((
          select max(g.duration_ms) from gap g
          where not g.voided and g.started_at >= r.bucket
            and g.started_at < r.bucket + case r.grain when 'HOUR' then interval '1 hour'
              when 'DAY' then interval '24 hours' else interval '168 hours' end
            and case r.facet
              when 'REGION_PAIR' then g.from_region = r.item and coalesce(g.to_region, '') = r.counterpart
              when 'CAUSE' then g.cause = r.item
              when 'SEVERITY' then g.severity = r.item
              when 'CUSTOMER' then coalesce(g.customer_id::text, '') = r.item
              when 'TAM' then g.accountable_id = r.item
              else coalesce(g.asked_id, '') = r.item end), 0)
      from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::bigint[])
        as shrunk(facet, grain, bucket, item, counterpart, removed_ms)
      where r.facet = shrunk.facet and r.grain = shrunk.grain and r.bucket = shrunk.bucket
        and r.item = shrunk.item and r.counterpart = shrunk.counterpart and r.longest_ms <= shrunk.removed_ms
      """;

  /** Locks are taken in this order, so that two transactions never wait for each other. */
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::facet)
          .thenComparing(Place::grain)
          .thenComparing(Place::bucket)
          .thenComparing(p -> p.key().item())
          .thenComparing(p -> p.key().counterpart());

  private record Change(Place place, Tally tally) {}

  /** Adds the changes to the sums. */
  public Uni<Void> apply(UnitOfWork unit, Map<Place, Tally> tallies) {
    List<Change> changes =
        tallies.entrySet().stream()
            .map(entry -> new Change(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Change::place, ORDER))
            .toList();
    return Chunks.each(changes, part -> add(unit, part))
        .chain(() -> lookAgain(unit, changes.stream().filter(c -> c.tally().mayShrink()).toList()));
  }

  private static Uni<?> add(UnitOfWork unit, List<Change> changes) {
    return unit.query(
        ADD,
        places(changes)
            .number(c -> c.tally().gaps())
            .number(c -> c.tally().millis())
            .number(c -> c.tally().longestMillis())
            .tuple());
  }

  private static Uni<Void> lookAgain(UnitOfWork unit, List<Change> shrunk) {
    return Chunks.each(
        shrunk,
        part ->
            unit.query(LOOK_AGAIN, places(part).number(c -> c.tally().removedMillis()).tuple()));
  }

  private static Unnested<Change> places(Collection<Change> changes) {
    return Unnested.of(changes)
        .text(c -> c.place().facet().name())
        .text(c -> c.place().grain().name())
        .instant(c -> c.place().bucket())
        .text(c -> c.place().key().item())
        .text(c -> c.place().key().counterpart());
  }
}
