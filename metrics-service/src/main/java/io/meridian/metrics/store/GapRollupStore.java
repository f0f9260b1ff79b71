package io.meridian.metrics.store;

import io.meridian.metrics.domain.RollupChanges.Place;
import io.meridian.metrics.domain.Tally;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The sums over closed gaps, kept in the transaction that changes the gaps. */
@ApplicationScoped
public class GapRollupStore {

  private record Change(Place place, Tally tally) {}

  private static final Rows<Change> ADDED =
      places("added")
          .number("gaps", c -> c.tally().gaps())
          .number("millis", c -> c.tally().millis())
          .number("longest_ms", c -> c.tally().longestMillis())
          .number("agreed_ms", c -> c.tally().agreedMillis());
  private static final Rows<Change> SHRUNK =
      places("shrunk").number("removed_ms", c -> c.tally().removedMillis());

  private static Rows<Change> places(String alias) {
    return Rows.<Change>as(alias)
        .text("facet", c -> c.place().facet().name())
        .text("grain", c -> c.place().grain().name())
        .instant("bucket", c -> c.place().bucket())
        .text("item", c -> c.place().key().item())
        .text("counterpart", c -> c.place().key().counterpart());
  }

  private static final String ADD =
      """
      insert into gap_rollup as r (%s) select * from %s
      on conflict (facet, grain, bucket, item, counterpart) do update set
        gaps = r.gaps + excluded.gaps, millis = r.millis + excluded.millis,
        longest_ms = greatest(r.longest_ms, excluded.longest_ms),
        agreed_ms = r.agreed_ms + excluded.agreed_ms
      """
          .formatted(ADDED.names(), ADDED.unnest());

  /** Its snapshot is taken after ADD has locked the rows, so no committed gap is overlooked. */
  private static final String LOOK_AGAIN =
      """
      update gap_rollup r set longest_ms = coalesce((
          select max(g.duration_ms) from gap g
          where not g.voided and not g.agreed and g.started_at >= r.bucket
            and g.started_at < r.bucket + case r.grain when 'HOUR' then interval '1 hour'
              when 'DAY' then interval '24 hours' else interval '168 hours' end
            and case r.facet
              when 'REGION_PAIR' then g.from_region = r.item and coalesce(g.to_region, '') = r.counterpart
              when 'CAUSE' then g.cause = r.item
              when 'SEVERITY' then g.severity = r.item
              when 'CUSTOMER' then coalesce(g.customer_id::text, '') = r.item
              when 'TAM' then g.accountable_id = r.item
              else coalesce(g.asked_id, '') = r.item end), 0)
      from %s
      where r.facet = shrunk.facet and r.grain = shrunk.grain and r.bucket = shrunk.bucket
        and r.item = shrunk.item and r.counterpart = shrunk.counterpart and r.longest_ms <= shrunk.removed_ms
      """
          .formatted(SHRUNK.unnest());

  /** Locks are taken in this order, so that two transactions never wait for each other. */
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::facet)
          .thenComparing(Place::grain)
          .thenComparing(Place::bucket)
          .thenComparing(p -> p.key().item())
          .thenComparing(p -> p.key().counterpart());

  /** Adds the changes to the sums. */
  public Uni<Void> apply(UnitOfWork unit, Map<Place, Tally> tallies) {
    List<Change> changes =
        tallies.entrySet().stream()
            .map(entry -> new Change(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Change::place, ORDER))
            .toList();
    return Chunks.each(changes, part -> unit.query(ADD, ADDED.tuple(part)))
        .chain(() -> lookAgain(unit, changes.stream().filter(c -> c.tally().mayShrink()).toList()));
  }

  private static Uni<Void> lookAgain(UnitOfWork unit, List<Change> shrunk) {
    return Chunks.each(shrunk, part -> unit.query(LOOK_AGAIN, SHRUNK.tuple(part)));
  }
}
