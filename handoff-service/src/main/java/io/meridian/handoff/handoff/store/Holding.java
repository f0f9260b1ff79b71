package io.meridian.handoff.handoff.store;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Wanted;
import io.meridian.handoff.duty.domain.shiftchange.Holder;
import io.meridian.handoff.handoff.domain.Demands.Present;
import io.meridian.handoff.handoff.domain.Handoff;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An open escalation: who holds it, and its unfinished handoff.
 *
 * @param tags of the escalation
 * @param language the customer prefers, or null
 * @param assignments region code to the customer's assigned TAM there
 * @param briefing how far the briefing of the unfinished handoff is
 */
public record Holding(
    EscalationSummary subject,
    Holder holder,
    List<String> tags,
    @Nullable String language,
    Map<String, String> assignments,
    @Nullable Handoff unfinished,
    @Nullable BriefingStatus briefing,
    @Nullable Present present) {

  /** What routing wants to know to offer it in a region. */
  public Wanted wantedIn(String region) {
    return new Wanted(subject.severity(), tags, language, assignments.get(region));
  }
}
