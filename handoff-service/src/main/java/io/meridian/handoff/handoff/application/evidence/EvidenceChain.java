package io.meridian.handoff.handoff.application.evidence;

import io.meridian.audit.chain.SealedChain;
import io.meridian.audit.domain.Hash;
import io.meridian.audit.domain.Head;
import io.meridian.audit.domain.Link;
import io.meridian.handoff.handoff.domain.evidence.Evidence;
import io.meridian.handoff.handoff.domain.evidence.Evidence.Seal;
import io.meridian.handoff.handoff.store.evidence.EvidenceStore;
import io.meridian.handoff.handoff.store.evidence.EvidenceStore.NewLink;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The chain of evidence: a link is one record, in the order in which they were written. */
@ApplicationScoped
class EvidenceChain implements SealedChain {
  private static final int BATCH = 1_000;

  private final EvidenceStore store;

  EvidenceChain(EvidenceStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public int linksMax() {
    return 100_000;
  }

  @Override
  public Uni<Integer> seal(UnitOfWork unit) {
    return store
        .head(unit)
        .chain(
            head ->
                store
                    .unsealed(unit, BATCH)
                    .map(unsealed -> links(head, unsealed))
                    .call(links -> store.seal(unit, links)))
        .map(List::size);
  }

  @Override
  public Uni<Head> head(UnitOfWork unit) {
    return store.head(unit);
  }

  @Override
  public Uni<Head> at(UnitOfWork unit, long position) {
    return store.at(unit, position);
  }

  @Override
  public Uni<Head> root(UnitOfWork unit) {
    return store.root(unit);
  }

  @Override
  public Uni<Long> forget(UnitOfWork unit, Instant now) {
    return store.forget(unit, now);
  }

  @Override
  public Uni<List<Link>> links(UnitOfWork unit, long after, int limit) {
    return store
        .chain(unit, after, limit)
        .map(
            page ->
                page.stream()
                    .flatMap(
                        evidence ->
                            Stream.ofNullable(evidence.seal()).map(seal -> link(evidence, seal)))
                    .toList());
  }

  private static List<NewLink> links(Head head, List<Evidence> unsealed) {
    List<NewLink> links = new ArrayList<>();
    long position = head.position();
    Hash previous = head.hash();
    for (Evidence evidence : unsealed) {
      Hash hash = previous.next(CanonicalJson.of(evidence.entry()));
      links.add(new NewLink(++position, evidence.id(), previous, hash));
      previous = hash;
    }
    return links;
  }

  /** A record as a link, with what is in it now. */
  static Link link(Evidence evidence, Seal seal) {
    return new Link(
        seal.position(), CanonicalJson.of(evidence.entry()), seal.previous(), seal.hash());
  }
}
