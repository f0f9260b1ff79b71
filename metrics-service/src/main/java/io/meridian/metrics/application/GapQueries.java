package io.meridian.metrics.application;

import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.GapEntry;
import io.meridian.metrics.domain.GapFilter;
import io.meridian.metrics.domain.GapGrouping;
import io.meridian.metrics.domain.GapSums;
import io.meridian.metrics.domain.Window;
import io.meridian.metrics.store.GapListStore;
import io.meridian.metrics.store.GapListStore.Position;
import io.meridian.metrics.store.GapSummaryStore;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
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

  GapQueries(
      Transactions transactions,
      GapListStore list,
      GapSummaryStore summaries,
      Freshness freshness) {
    this.transactions = transactions;
    this.list = list;
    this.summaries = summaries;
    this.freshness = freshness;
  }

  /** A page of single gaps, newest first. */
  public Uni<AsOf<Page<GapEntry>>> list(GapFilter filter, PageRequest request) {
    Instant asOf = freshness.ofLedger();
    Optional<Position> after =
        request.after(key -> new Position(Instant.parse(key.get(0)), UUID.fromString(key.get(1))));
    return transactions
        .read(unit -> list.list(unit, filter, after, request.limit() + 1))
        .map(rows -> Page.of(rows, request, GapQueries::key))
        .map(page -> new AsOf<>(page, asOf));
  }

  /**
   * One gap.
   *
   * @throws Problem 404 when unknown or void, by the answer
   */
  public Uni<AsOf<GapEntry>> get(UUID id) {
    Instant asOf = freshness.ofLedger();
    return transactions
        .read(unit -> list.find(unit, id))
        .map(found -> new AsOf<>(found.orElseThrow(() -> Problem.notFound("gap", id)), asOf));
  }

  /** The groups of a window, in no order. */
  public Uni<AsOf<List<GapSums>>> summary(GapGrouping grouping, Window window) {
    Instant asOf = freshness.ofLedger();
    return transactions
        .read(unit -> summaries.sums(unit, grouping, window, asOf))
        .map(sums -> new AsOf<>(sums, asOf));
  }

  private static List<String> key(GapEntry gap) {
    return List.of(gap.start().toString(), gap.id().toString());
  }
}
