package io.meridian.handoff.store.handoff;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.domain.handoff.Demands.Present;
import io.meridian.handoff.domain.handoff.Handoff;
import io.meridian.handoff.domain.shiftchange.Holder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An open escalation: who holds it, and its unfinished handoff.
 *
 * @param assignments region code to the customer's assigned TAM there
 */
public record Holding(
    Subject subject,
    Holder holder,
    Map<String, String> assignments,
    @Nullable Handoff unfinished,
    @Nullable BriefingStatus briefing,
    @Nullable Present present) {}
