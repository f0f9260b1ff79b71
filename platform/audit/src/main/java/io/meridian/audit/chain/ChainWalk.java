package io.meridian.audit.chain;

import io.meridian.audit.domain.Head;
import io.meridian.audit.domain.Link;
import io.meridian.audit.domain.Verification;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks along chains and verifies each link as it goes. */
@ApplicationScoped
public class ChainWalk {
  /** How many statements one verification takes, at most. */
  private static final int PAGES = 100;

  private final Transactions transactions;

  ChainWalk(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A part of a chain, verified.
   *
   * @param after the position after which it began
   * @param isEnd whether the end of the chain was reached
   */
  public record Walked(long after, Verification verification, boolean isEnd) {}

  /**
   * Verifies a chain, or as much of it as one answer may take.
   *
   * @param after position after which to begin, 0 for the whole chain; what is before is trusted.
   *     Where more than that was forgotten, it begins after the root
   * @param until the last position to look at; null for all
   */
  public Uni<Walked> verify(SealedChain chain, long after, @Nullable Long until) {
    return transactions.read(unit -> verify(unit, chain, after, until));
  }

  /** The same in a unit of work. */
  public Uni<Walked> verify(UnitOfWork unit, SealedChain chain, long after, @Nullable Long until) {
    long last = until == null ? Long.MAX_VALUE : until;
    return chain
        .root(unit)
        .chain(root -> root.position() > after ? begin(root) : begin(unit, chain, after))
        .chain(
            verification -> {
              long begun = verification.position();
              return walk(unit, chain, verification, last)
                  .map(walked -> new Walked(begun, walked.verification(), walked.isEnd()));
            });
  }

  private static Uni<Verification> begin(Head root) {
    return Uni.createFrom().item(new Verification(root.position(), root.hash()));
  }

  private static Uni<Verification> begin(UnitOfWork unit, SealedChain chain, long after) {
    return chain.at(unit, after).map(head -> new Verification(after, head.hash()));
  }

  private Uni<Walked> walk(
      UnitOfWork unit, SealedChain chain, Verification verification, long last) {
    long at = verification.position();
    int size = chain.linksMax() / PAGES;
    return chain
        .links(unit, at, size)
        .chain(
            page -> {
              List<Link> wanted = page.stream().filter(link -> link.position() <= last).toList();
              wanted.forEach(verification::next);
              boolean isEnd = page.size() < size && wanted.size() == page.size();
              return isEnd
                      || wanted.size() < page.size()
                      || verification.links() >= chain.linksMax()
                  ? Uni.createFrom().item(new Walked(at, verification, isEnd))
                  : walk(unit, chain, verification, last);
            });
  }
}
