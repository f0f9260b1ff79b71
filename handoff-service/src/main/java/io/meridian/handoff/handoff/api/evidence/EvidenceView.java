package io.meridian.handoff.handoff.api.evidence;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.meridian.audit.domain.Verification.Fault;
import io.meridian.handoff.handoff.application.evidence.EvidenceReading.Proof;
import io.meridian.handoff.handoff.application.evidence.EvidenceReading.Proven;
import io.meridian.handoff.handoff.domain.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The evidence of one handoff, as its readers see it. */
@Schema(name = "Evidence")
record EvidenceView(
    UUID handoffId,
    @Schema(
            description =
                "everything is as it was sealed; false too while a part is not sealed yet")
        boolean verified,
    @Schema(description = "one for each ending; empty while the handoff is unfinished")
        List<Item> items,
    Links links) {

  /** What was recorded when the handoff ended, and its place in the chain. */
  @Schema(name = "EvidenceItem")
  record Item(
      long revision,
      Instant recordedAt,
      @Schema(type = SchemaType.OBJECT, description = "who, what, when, briefing and read-back")
          @JsonRawValue
          String entry,
      @Schema(description = "null until it is sealed, about a second later")
          @Nullable Long position,
      @Schema(description = "hash of the link before") @Nullable String previousHash,
      @Schema(
              description =
                  "SHA-256 of the previous hash and the entry's canonical JSON (RFC 8785)")
          @Nullable String hash,
      @Schema(description = "what is wrong: CHANGED, MISSING, BROKEN") List<String> faults) {

    static Item of(Proven proven) {
      Evidence evidence = proven.evidence();
      Evidence.Seal seal = evidence.seal();
      return new Item(
          evidence.revision(),
          evidence.recordedAt(),
          evidence.entry(),
          seal == null ? null : seal.position(),
          seal == null ? null : seal.previous().hex(),
          seal == null ? null : seal.hash().hex(),
          proven.faults().stream().map(fault -> fault.kind().name()).toList());
    }
  }

  /** Where to go from here. */
  @Schema(name = "EvidenceLinks")
  record Links(String self, String handoff) {}

  static EvidenceView of(UUID handoff, List<Proven> all) {
    String self = "/api/v1/handoffs/" + handoff;
    boolean verified =
        all.stream().allMatch(p -> p.faults().isEmpty() && p.evidence().seal() != null);
    return new EvidenceView(
        handoff,
        verified,
        all.stream().map(Item::of).toList(),
        new Links(self + "/evidence", self));
  }

  /** The whole chain, verified. */
  @Schema(name = "EvidenceProof")
  record ProofView(
      @Schema(description = "nothing was changed, dropped or reordered") boolean intact,
      @Schema(description = "position after which it began") long after,
      @Schema(description = "links looked at") long links,
      @Schema(description = "false when more follow: ask again after the head's position")
          boolean complete,
      @Schema(
              description =
                  "the last link looked at: keep it elsewhere to notice a rewritten chain")
          HeadView head,
      long faultCount,
      @Schema(description = "the first hundred") List<Fault> faults,
      @Schema(description = "finished handoffs of whose ending there is no evidence")
          long withoutEvidence) {

    static ProofView of(Proof proof) {
      var verification = proof.verification();
      return new ProofView(
          proof.isIntact(),
          proof.after(),
          verification.links(),
          proof.isComplete(),
          new HeadView(verification.position(), verification.head().hex()),
          verification.faultCount(),
          verification.faults(),
          proof.withoutEvidence());
    }
  }

  /** A link's place and hash. */
  @Schema(name = "EvidenceHead")
  record HeadView(long position, String hash) {}
}
