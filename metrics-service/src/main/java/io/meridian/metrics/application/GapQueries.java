package io.meridian.metrics.application;

import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.GapEntry;
import io.meridian.metrics.domain.GapFilter;
import io.meridian.metrics.domain.GapGrouping;
import io.meridian.metrics.domain.GapSums;
import io.meridian.metrics.domain.Sight;
import io.meridian.metrics.domain.Window;
import io.meridian.metrics.store.GapListStore;
import io.meridian.metrics.store.GapListStore.Position;
import io.meridian.metrics.store.GapSummaryStore;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Questions about gaps. {@code asOf} is read before the rows, so that it never promises too much.
 */
@ApplicationScoped
public class GapQueries {

  private final Transactions transactions;
  private final GapListStore list;
  private final GapSummaryStore summaries;
  private final Freshness freshness;
  private final Sights sights;

  GapQueries(
      Transactions transactions,
      GapListStore list,
      GapSummaryStore summaries,
      Freshness freshness,
      Sights sights) {
    this.transactions = transactions;
    this.list = list;
    this.summaries = summaries;
    this.freshness = freshness;
    this.sights = sights;
  }

  /** A page of single gaps that the actor sees, newest first. */
  public Uni<AsOf<Page<GapEntry>>> list(Actor actor, GapFilter filter, PageRequest request) {
    Instant asOf = freshness.ofLedger();
    Optional<Position> after =
        request.after(key -> new Position(Instant.parse(key.get(0)), UUID.fromString(key.get(1))));
    return transactions
        .read(
            unit ->
                sights
                    .of(unit, actor)
                    .chain(sight -> list.list(unit, filter, sight, after, request.limit() + 1)))
        .map(rows -> Page.of(rows, request, GapQueries::key))
        .map(page -> new AsOf<>(page, asOf));
  }

  /**
   * One gap.
   *
   * @throws Problem 404 when unknown or void, 403 when it is no business of the actor, by the
   *     answer
   */
  public Uni<AsOf<GapEntry>> get(Actor actor, UUID id) {
    Instant asOf = freshness.ofLedger();
    return transactions
        .read(
            unit ->
                sights
                    .of(unit, actor)
                    .chain(sight -> list.find(unit, id).map(found -> seen(sight, id, found))))
        .map(gap -> new AsOf<>(gap, asOf));
  }

  private static GapEntry seen(Sight sight, UUID id, Optional<GapEntry> found) {
    GapEntry gap = found.orElseThrow(() -> Problem.notFound("gap", id));
    if (!sight.sees(gap)) {
      throw Sights.beyond("gaps in which they were accountable or asked, and of their regions");
    }
    return gap;
  }

  /**
   * The groups of a window that the actor sees, in no order.
   *
   * @throws Problem 403 for a grouping in which they would see others' figures
   */
  public Uni<AsOf<List<GapSums>>> summary(Actor actor, GapGrouping grouping, Window window) {
    Instant asOf = freshness.ofLedger();
    return transactions
        .read(
            unit ->
                sights
                    .of(unit, actor)
                    .map(sight -> allowed(sight, grouping))
                    .chain(
                        sight ->
                            summaries
                                .sums(unit, grouping, window, asOf)
                                .map(sums -> seen(sight, grouping, sums))))
        .map(sums -> new AsOf<>(sums, asOf));
  }

  private static Sight allowed(Sight sight, GapGrouping grouping) {
    boolean isTheirs =
        switch (grouping) {
          case TAM, ASKED_TAM -> true;
          case REGION_PAIR -> sight.hasRegions();
          case CAUSE, WEEK, SEVERITY, CUSTOMER -> sight.isWhole();
        };
    if (!isTheirs) {
      throw Sights.beyond("groupBy tam or askedTam, a lead regionPair");
    }
    return sight;
  }

  private static List<GapSums> seen(Sight sight, GapGrouping grouping, List<GapSums> sums) {
    if (sight.isWhole()) {
      return sums;
    }
    return sums.stream()
        .filter(
            group ->
                grouping == GapGrouping.REGION_PAIR
                    ? sight.seesRegion(group.key()) || sight.seesRegion(group.second())
                    : sight.sees(group.key()))
        .toList();
  }

  private static List<String> key(GapEntry gap) {
    return List.of(gap.start().toString(), gap.id().toString());
  }
}
