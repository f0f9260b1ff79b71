package io.meridian.handoff.calendar.api;

import io.meridian.events.Person;
import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.handoff.calendar.application.RosterView;
import io.meridian.handoff.calendar.domain.Rotation;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.rest.security.Roles;
import io.meridian.roster.token.ByScope;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who is on duty. */
@Path("/api/v1/on-duty")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION, Roles.AUDITOR})
public class OnDutyResource {

  private final RosterQueries queries;

  OnDutyResource(RosterQueries queries) {
    this.queries = queries;
  }

  /**
   * Somebody on duty.
   *
   * @param tier PRIMARY or SECONDARY
   * @param until end of the shift
   */
  @Schema(name = "OnDuty")
  public record OnDuty(
      Person tam, String region, Rotation.Tier tier, UUID shiftId, Instant since, Instant until) {}

  /** Everybody on duty at an instant, primaries first. */
  @Schema(name = "OnDutyAt", example = EXAMPLE)
  public record Answer(Instant at, List<OnDuty> items, @Nullable String nextCursor) {}

  static final String EXAMPLE =
      """
      {"at":"2026-03-29T08:00:00Z","items":[{"tam":{"id":"tam-eva","name":"Eva Berg"},
      "region":"EMEA","tier":"PRIMARY","shiftId":"5f3c2a0e-0a1b-3c4d-8e5f-60718293a4b5",
      "since":"2026-03-29T06:00:00Z","until":"2026-03-29T14:00:00Z"}],"nextCursor":null}""";

  @GET
  @ByScope
  @Operation(
      summary = "Who is on duty at an instant, in all regions",
      description = "An integration asks with an API token that names this operation.")
  public Uni<Answer> at(
      @Parameter(description = "The instant; now when absent") @RestQuery @Nullable Instant at) {
    Instant instant = at == null ? queries.now() : at;
    return queries.covering(instant).map(view -> new Answer(instant, onDuty(view), null));
  }

  private static List<OnDuty> onDuty(RosterView view) {
    List<OnDuty> primaries = new ArrayList<>();
    List<OnDuty> secondaries = new ArrayList<>();
    for (Shift shift : view.shifts()) {
      add(view, shift, shift.primary(), Rotation.Tier.PRIMARY, primaries);
      add(view, shift, shift.secondary(), Rotation.Tier.SECONDARY, secondaries);
    }
    primaries.addAll(secondaries);
    return primaries;
  }

  private static void add(
      RosterView view, Shift shift, @Nullable String tam, Rotation.Tier tier, List<OnDuty> to) {
    if (tam != null) {
      to.add(
          new OnDuty(
              view.inForce().person(tam),
              shift.region(),
              tier,
              shift.id(),
              shift.start(),
              shift.end()));
    }
  }
}
