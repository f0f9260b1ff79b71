package io.meridian.escalation.escalation.api;

import io.meridian.escalation.escalation.domain.EscalationFilter;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filters of the list; all that are given must hold. */
public class ListParameters {
  private static final int TEXT_MAX = 200;

  @Parameter(description = "One of these")
  @RestQuery
  @Nullable List<EscalationStatus> status;

  @Parameter(description = "One of these")
  @RestQuery
  @Nullable List<Severity> severity;

  @Parameter(description = "The customer's id")
  @RestQuery
  @Nullable UUID customer;

  @Parameter(description = "Id of the TAM who is accountable now", example = "tam-kai")
  @RestQuery
  @Nullable String accountable;

  @Parameter(description = "Code of the region in which it is held now", example = "EMEA")
  @RestQuery
  @Nullable String region;

  @Parameter(description = "Whether it follows the sun", example = "HOME_REGION")
  @RestQuery
  @Nullable ServiceHours serviceHours;

  @Parameter(
      description = "Code of the region in which it lives, as homeRegion shows it",
      example = "EMEA")
  @RestQuery
  @Nullable String homeRegion;

  @Parameter(description = "Occurs in title, description, short id or external id")
  @Size(max = TEXT_MAX)
  @RestQuery
  @Nullable String q;

  @Parameter(description = "Opened at this instant or later", example = "2026-03-08T07:00:00Z")
  @RestQuery
  @Nullable Instant openedFrom;

  @Parameter(description = "Opened before this instant", example = "2026-03-09T07:00:00Z")
  @RestQuery
  @Nullable Instant openedTo;

  @Parameter(description = "System of the external reference", example = "zendesk")
  @RestQuery
  @Nullable String externalSystem;

  @Parameter(description = "Id of the external reference", example = "4711")
  @RestQuery
  @Nullable String externalId;

  EscalationFilter filter() {
    return new EscalationFilter(
        status == null ? List.of() : status,
        severity == null ? List.of() : severity,
        customer,
        accountable,
        region,
        serviceHours,
        homeRegion,
        q,
        openedFrom,
        openedTo,
        externalSystem,
        externalId);
  }
}
