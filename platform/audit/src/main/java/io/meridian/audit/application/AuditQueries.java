package io.meridian.audit.application;

import io.meridian.audit.chain.ChainWalk;
import io.meridian.audit.chain.ChainWalk.Walked;
import io.meridian.audit.chain.SealedChain;
import io.meridian.audit.domain.AuditEntry;
import io.meridian.audit.domain.AuditFilter;
import io.meridian.audit.store.EntryStore;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what, and whether that is still what was written down. */
@ApplicationScoped
public class AuditQueries {

  private record Place(long transaction, long id) {
    private static final Place END = new Place(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  private final EntryStore entries;
  private final List<SealedChain> chains;
  private final ChainWalk walk;
  private final Transactions transactions;

  AuditQueries(
      EntryStore entries,
      @All List<SealedChain> chains,
      ChainWalk walk,
      Transactions transactions) {
    this.entries = entries;
    this.chains = chains;
    this.walk = walk;
    this.transactions = transactions;
  }

  /** A page of the entries that are asked for, the newest first. */
  public Uni<Page<AuditEntry>> page(AuditFilter filter, PageRequest request) {
    Place before =
        request
            .after(key -> new Place(Long.parseLong(key.get(0)), Long.parseLong(key.get(1))))
            .orElse(Place.END);
    return transactions
        .read(
            unit ->
                entries.find(unit, filter, before.transaction(), before.id(), request.limit() + 1))
        .map(
            rows ->
                Page.of(
                    rows,
                    request,
                    entry ->
                        List.of(Long.toString(entry.transaction()), Long.toString(entry.id()))));
  }

  /** The names of the chains, in order. */
  public List<String> chains() {
    return chains.stream().map(SealedChain::name).sorted().toList();
  }

  /**
   * Verifies a chain, or as much of it as one answer may take.
   *
   * @throws Problem 404 when there is no chain of this name
   */
  public Uni<Walked> verify(String name, long after, @Nullable Long until) {
    return chains.stream()
        .filter(chain -> chain.name().equals(name))
        .findFirst()
        .map(chain -> walk.verify(chain, after, until))
        .orElseThrow(() -> Problem.notFound("chain", name));
  }
}
