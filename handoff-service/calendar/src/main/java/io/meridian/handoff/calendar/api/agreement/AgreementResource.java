package io.meridian.handoff.calendar.api.agreement;

import io.meridian.handoff.calendar.application.agreement.Agreements;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Coverage holes that managers have agreed to. */
@Path("/api/v1/coverage/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class AgreementResource {

  private final Agreements agreements;
  private final Caller caller;

  AgreementResource(Agreements agreements, Caller caller) {
    this.agreements = agreements;
    this.caller = caller;
  }

  /** What is agreed to, and why. */
  @Schema(
      name = "CoverageAgreementRequest",
      example =
          """
          {"from":"2026-12-25T00:00:00Z","until":"2026-12-26T00:00:00Z",
          "why":"Christmas: customers were told"}""")
  public record Request(
      @NotNull Instant from, @NotNull Instant until, @NotBlank @Size(max = 500) String why) {}

  @POST
  @RolesAllowed(Roles.MANAGER)
  @Operation(
      summary = "Agree that nobody need be on duty",
      description =
          "Coverage gaps in [from, until) are counted apart and alarm nobody; escalations that are"
              + " unattended in it have gaps all the same, which say so. It counts from now on,"
              + " never backwards. It need not lie in a hole: the answer tells which coverage gaps"
              + " lie in it now. until is in the future, within three years, and at most"
              + " 366 days after from.")
  @APIResponse(
      responseCode = "201",
      description = "Agreed",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = AgreementView.class)))
  public Uni<RestResponse<AgreementView>> make(
      @Parameter(description = "Makes retries safe for 24 hours") @HeaderParam("Idempotency-Key")
          @Nullable String key,
      @Valid @NotNull Request request) {
    return agreements
        .make(key, new Agreements.Wish(request.from(), request.until(), request.why()), caller.id())
        .map(
            made ->
                answer(made)
                    .status(RestResponse.Status.CREATED)
                    .location(URI.create(AgreementView.of(made).links().self()))
                    .build());
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "Agreements by their beginning",
      description = "Those that share an instant with [from, to); either may be left out.")
  public Uni<Page<AgreementView>> list(
      @Parameter(description = "Only those that end later") @RestQuery @Nullable Instant from,
      @Parameter(description = "Only those that begin before") @RestQuery @Nullable Instant to,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return agreements
        .list(from, to, PageRequest.of(limit, cursor))
        .map(page -> page.map(AgreementView::of));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "One agreement", description = "With the coverage gaps that lie in it now.")
  public Uni<RestResponse<AgreementView>> read(UUID id) {
    return agreements.one(id).map(found -> answer(found).build());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Roles.MANAGER)
  @Operation(
      summary = "End an agreement",
      description =
          "One that has begun ends now, since what it was made for has passed; one that has not is"
              + " found no more. Nothing changes of one that is over.")
  @APIResponse(responseCode = "204", description = "It counts no longer")
  public Uni<Void> end(UUID id) {
    return agreements.end(id, caller.id());
  }

  private static RestResponse.ResponseBuilder<AgreementView> answer(Agreements.Judged judged) {
    return RestResponse.ResponseBuilder.ok(AgreementView.of(judged))
        .header("ETag", ETags.of(judged.agreement().revision()));
  }
}
