package io.meridian.audit.api;

import io.meridian.audit.chain.ChainWalk.Walked;
import io.meridian.audit.domain.Verification;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A chain, or a part of it, verified. */
@Schema(name = "ChainVerification")
record ChainView(
    @Schema(description = "nothing that was looked at was changed, dropped or reordered")
        boolean intact,
    @Schema(description = "position after which it began") long after,
    @Schema(description = "links looked at") long links,
    @Schema(description = "the end of the chain was reached") boolean complete,
    @Schema(description = "the last link looked at: compare it with what was told to the broker")
        HeadView head,
    long faultCount,
    @Schema(description = "the first hundred") List<Verification.Fault> faults) {

  /** A link's place and hash. */
  @Schema(name = "ChainHead")
  record HeadView(long position, String hash) {}

  /** The names of the chains. */
  @Schema(name = "Chains")
  record Names(List<String> items) {}

  static ChainView of(Walked walked) {
    Verification verification = walked.verification();
    return new ChainView(
        verification.faultCount() == 0,
        walked.after(),
        verification.links(),
        walked.isEnd(),
        new HeadView(verification.position(), verification.head().hex()),
        verification.faultCount(),
        verification.faults());
  }
}
