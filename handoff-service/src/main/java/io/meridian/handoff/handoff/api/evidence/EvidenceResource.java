package io.meridian.handoff.handoff.api.evidence;

import io.meridian.handoff.handoff.api.evidence.EvidenceView.ProofView;
import io.meridian.handoff.handoff.application.evidence.EvidenceReading;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What proves who handed over what to whom. */
@Path("/api/v1/handoffs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
public class EvidenceResource {
  private final EvidenceReading reading;

  EvidenceResource(EvidenceReading reading) {
    this.reading = reading;
  }

  @GET
  @Path("/{id}/evidence")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "Read the evidence of a handoff, verified",
      description =
          "One immutable record for each ending, chained by hash. A record is sealed about a second"
              + " after the ending.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EvidenceView.class),
              examples = @ExampleObject(name = "accepted", value = EvidenceExamples.ACCEPTED)))
  public Uni<EvidenceView> read(UUID id) {
    return reading.of(id).map(all -> EvidenceView.of(id, all));
  }

  @GET
  @Path("/evidence/verification")
  @RolesAllowed({Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "Verify the chain of evidence",
      description = "Up to 100,000 links a call; the answer's head says where to go on.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProofView.class),
              examples = @ExampleObject(name = "intact", value = EvidenceExamples.INTACT)))
  public Uni<ProofView> verify(
      @Parameter(description = "position after which to begin; 0 when absent", example = "0")
          @RestQuery
          @Nullable Long after) {
    long begin = after == null ? 0 : after;
    if (begin < 0) {
      throw Problem.invalid("?after", "out-of-range", "must not be negative");
    }
    return reading.verify(begin).map(ProofView::of);
  }
}
