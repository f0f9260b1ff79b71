package io.meridian.handoff.ledger.api;

import io.meridian.handoff.ledger.application.LedgerRecomputation.Checked;
import io.meridian.handoff.ledger.application.LedgerRecomputation.Finding;
import io.meridian.handoff.ledger.domain.Recomputation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the recomputation of a page of ledgers found.
 *
 * @param items only the escalations whose stored ledger differs
 * @param nextCursor asks for the next page of escalations; null when all were looked at
 * @param examined how many escalations the page looked at
 * @param behind escalations of the page that were not compared, since not all that was told of them
 *     has been read back from the log yet; ask again
 * @param asOf up to which instant the ledgers were compared
 */
@Schema(name = "Recomputation")
record RecomputationView(
    List<FindingView> items,
    @Nullable String nextCursor,
    int examined,
    List<UUID> behind,
    Instant asOf) {

  /** An escalation whose ledger is not as it should be. */
  @Schema(name = "RecomputationFinding")
  record FindingView(UUID escalationId, String escalation, List<DifferenceView> differences) {}

  /**
   * One thing that differs.
   *
   * @param at the instant at which it begins
   * @param stored null when the ledger says nothing
   * @param derived null when the ledger should say nothing
   */
  @Schema(name = "RecomputationDifference")
  record DifferenceView(
      Recomputation.Ledger ledger, Instant at, @Nullable String stored, @Nullable String derived) {}

  static RecomputationView of(Checked checked) {
    return new RecomputationView(
        checked.page().items().stream()
            .filter(finding -> !finding.differences().isEmpty())
            .map(RecomputationView::view)
            .toList(),
        checked.page().nextCursor(),
        checked.page().items().size(),
        checked.page().items().stream().filter(Finding::behind).map(Finding::escalationId).toList(),
        checked.asOf());
  }

  private static FindingView view(Finding finding) {
    return new FindingView(
        finding.escalationId(),
        finding.shortId(),
        finding.differences().stream()
            .map(d -> new DifferenceView(d.ledger(), d.at(), d.stored(), d.derived()))
            .toList());
  }
}
