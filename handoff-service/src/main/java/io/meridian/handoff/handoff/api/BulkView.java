package io.meridian.handoff.handoff.api;

import io.meridian.handoff.handoff.application.HandoffAnswers.Outcome;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.ProblemBody;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of many acceptances, in the order asked. */
@Schema(name = "HandoffBulkAnswer")
record BulkView(List<Item> items) {

  /** The answer to one of them. */
  @Schema(name = "HandoffBulkAnswerItem")
  record Item(
      UUID id,
      @Schema(description = "as if it had been accepted alone", examples = "200") int status,
      @Nullable ProblemBody problem) {}

  static BulkView of(List<Outcome> outcomes) {
    return new BulkView(outcomes.stream().map(BulkView::item).toList());
  }

  private static Item item(Outcome outcome) {
    Problem refusal = outcome.refusal();
    String path = HandoffView.PATH + "/" + outcome.id() + "/acceptance";
    return refusal == null
        ? new Item(outcome.id(), 200, null)
        : new Item(outcome.id(), refusal.status(), ProblemBody.of(refusal, path));
  }
}
