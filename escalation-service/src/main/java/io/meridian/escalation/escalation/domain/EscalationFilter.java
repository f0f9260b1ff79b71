package io.meridian.escalation.escalation.domain;

import io.meridian.events.EscalationStatus;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which escalations are asked for; null or empty means any.
 *
 * @param statuses one of these
 * @param severities one of these
 * @param accountable id of the TAM who is accountable now
 * @param region code of the region in which it is held now
 * @param homeRegion code of the region in which it lives, or would if it did not travel
 * @param text occurs in title, description, short id or external id, whatever the case
 * @param openedFrom opened at or after
 * @param openedTo opened before
 */
public record EscalationFilter(
    List<EscalationStatus> statuses,
    List<Severity> severities,
    @Nullable UUID customerId,
    @Nullable String accountable,
    @Nullable String region,
    @Nullable ServiceHours serviceHours,
    @Nullable String homeRegion,
    @Nullable String text,
    @Nullable Instant openedFrom,
    @Nullable Instant openedTo,
    @Nullable String externalSystem,
    @Nullable String externalId) {

  public EscalationFilter {
    statuses = List.copyOf(statuses);
    severities = List.copyOf(severities);
  }
}
