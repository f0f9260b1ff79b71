package io.meridian.handoff.handoff.application.evidence;

import io.meridian.audit.chain.ChainWalk;
import io.meridian.audit.domain.Hash;
import io.meridian.audit.domain.Verification;
import io.meridian.handoff.handoff.domain.evidence.Evidence;
import io.meridian.handoff.handoff.domain.evidence.Evidence.Seal;
import io.meridian.handoff.handoff.store.HandoffList;
import io.meridian.handoff.handoff.store.evidence.EvidenceStore;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Evidence for reading, verified as it is read. */
@ApplicationScoped
public class EvidenceReading {
  private final EvidenceStore store;
  private final EvidenceChain chain;
  private final ChainWalk walk;
  private final HandoffList handoffs;
  private final Transactions transactions;

  EvidenceReading(
      EvidenceStore store,
      EvidenceChain chain,
      ChainWalk walk,
      HandoffList handoffs,
      Transactions transactions) {
    this.store = store;
    this.chain = chain;
    this.walk = walk;
    this.handoffs = handoffs;
    this.transactions = transactions;
  }

  /**
   * Recorded evidence with the faults of its link.
   *
   * @param faults empty when it is as it was sealed, or not sealed yet
   */
  public record Proven(Evidence evidence, List<Verification.Fault> faults) {}

  /**
   * The whole chain, or the part of it that one verification looks at.
   *
   * @param after the position after which it began
   * @param isComplete whether the end of the chain was reached
   * @param withoutEvidence finished handoffs of whose last change there is no evidence
   */
  public record Proof(
      long after, Verification verification, boolean isComplete, long withoutEvidence) {

    /** Nothing was changed, dropped or reordered. */
    public boolean isIntact() {
      return verification.faultCount() == 0 && withoutEvidence == 0;
    }
  }

  /**
   * What is recorded of a handoff; empty while it is unfinished.
   *
   * @throws Problem 404 when there is no such handoff
   */
  public Uni<List<Proven>> of(UUID handoff) {
    return transactions.read(
        unit ->
            handoffs
                .find(unit, List.of(handoff))
                .invoke(
                    found -> {
                      if (found.isEmpty()) {
                        throw Problem.notFound("handoff", handoff);
                      }
                    })
                .chain(() -> store.of(unit, handoff))
                .map(all -> all.stream().map(EvidenceReading::proven).toList()));
  }

  private static Proven proven(Evidence evidence) {
    Seal seal = evidence.seal();
    if (seal == null) {
      return new Proven(evidence, List.of());
    }
    Hash before = seal.before();
    Verification verification =
        before == null
            ? new Verification(seal.position() - 2, seal.previous())
            : new Verification(seal.position() - 1, before);
    verification.next(EvidenceChain.link(evidence, seal));
    return new Proven(evidence, verification.faults());
  }

  /**
   * Walks the chain, as much of it as one answer may take.
   *
   * @param after position after which to begin, 0 for the whole chain; what is before is trusted
   */
  public Uni<Proof> verify(long after) {
    return transactions.read(
        unit ->
            walk.verify(unit, chain, after, null)
                .chain(
                    walked ->
                        store
                            .without(unit)
                            .map(
                                without ->
                                    new Proof(
                                        walked.after(),
                                        walked.verification(),
                                        walked.isEnd(),
                                        without))));
  }
}
