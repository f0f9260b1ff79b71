package io.meridian.handoff.handoff.api;

import io.meridian.events.HandoffStatus;
import io.meridian.handoff.handoff.api.HandoffRequests.AcceptanceRequest;
import io.meridian.handoff.handoff.api.HandoffRequests.AnswerRequest;
import io.meridian.handoff.handoff.api.HandoffRequests.AssignmentRequest;
import io.meridian.handoff.handoff.api.HandoffRequests.BulkRequest;
import io.meridian.handoff.handoff.api.HandoffRequests.DeclineRequest;
import io.meridian.handoff.handoff.api.HandoffRequests.QuestionRequest;
import io.meridian.handoff.handoff.application.Acceptances;
import io.meridian.handoff.handoff.application.Assigning;
import io.meridian.handoff.handoff.application.Declining;
import io.meridian.handoff.handoff.application.HandoffAnswers;
import io.meridian.handoff.handoff.application.HandoffDetails;
import io.meridian.handoff.handoff.application.HandoffReading;
import io.meridian.handoff.handoff.application.Querying;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Handoffs: who answers one is the token's subject. */
@Path(HandoffView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Handoffs")
public class HandoffResource {
  private final HandoffReading reading;
  private final Acceptances acceptances;
  private final HandoffAnswers answers;
  private final Declining declining;
  private final Assigning assigning;
  private final Querying querying;
  private final Caller caller;

  HandoffResource(
      HandoffReading reading,
      Acceptances acceptances,
      HandoffAnswers answers,
      Declining declining,
      Assigning assigning,
      Querying querying,
      Caller caller) {
    this.reading = reading;
    this.acceptances = acceptances;
    this.answers = answers;
    this.declining = declining;
    this.assigning = assigning;
    this.querying = querying;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "List handoffs by boundary, the earliest first")
  public Uni<Page<HandoffView>> list(
      @RestQuery @Nullable HandoffStatus state,
      @Parameter(description = "TAM who is asked or accepted", example = "tam-kai") @RestQuery
          @Nullable String to,
      @Parameter(description = "outgoing TAM") @RestQuery @Nullable String from,
      @RestQuery @Nullable UUID escalationId,
      @RestQuery @Nullable UUID shiftChangeId,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    var wanted = new HandoffReading.Wanted(state, to, from, escalationId, shiftChangeId);
    return reading
        .page(wanted, PageRequest.of(limit, cursor))
        .map(page -> page.map(HandoffView::of));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "Read a handoff")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HandoffView.class),
              examples = @ExampleObject(name = "offered", value = HandoffExamples.HANDOFF)))
  public Uni<RestResponse<HandoffView>> read(UUID id) {
    return reading.find(id).map(HandoffResource::answer);
  }

  @POST
  @Path("/{id}/acceptance")
  @RolesAllowed(Roles.TAM)
  @Operation(
      summary = "Accept",
      description =
          "By the TAM asked, or another on duty in the incoming region. Again by the same TAM: no"
              + " effect. Before the incoming shift starts it takes effect at its start. Whom a lead"
              + " assigned gives the read-back that is owed here, once.")
  @APIResponse(
      responseCode = "200",
      description = "Accepted",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HandoffView.class)))
  public Uni<RestResponse<HandoffView>> accept(
      UUID id, @Valid @Nullable AcceptanceRequest request) {
    return acceptances
        .accept(AcceptanceRequest.wish(id, caller.id(), request))
        .map(HandoffResource::answer);
  }

  @POST
  @Path("/{id}/decline")
  @RolesAllowed(Roles.TAM)
  @Operation(
      summary = "Decline",
      description = "The next candidate of the incoming shift is asked, after the last the lead.")
  @APIResponse(
      responseCode = "200",
      description = "Declined",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HandoffView.class)))
  public Uni<RestResponse<HandoffView>> decline(UUID id, @Valid @NotNull DeclineRequest request) {
    return declining.decline(id, caller.id(), request.reason()).map(HandoffResource::answer);
  }

  @POST
  @Path("/{id}/assignment")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Assign, as the lead of the incoming region or as a manager",
      description =
          "Whoever gets it is accountable without having answered: at once when on duty in the"
              + " incoming region, else from the start of the incoming shift. They are told, and"
              + " asked for the read-back of severities 1 and 2 until they give it (acceptance).")
  @APIResponse(
      responseCode = "200",
      description = "Assigned",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HandoffView.class)))
  public Uni<RestResponse<HandoffView>> assign(UUID id, @Valid @NotNull AssignmentRequest request) {
    var order = new Assigning.Order(caller.actor(), request.tam(), request.reason());
    return assigning.assign(id, order).map(HandoffResource::answer);
  }

  @POST
  @Path("/{id}/query")
  @RolesAllowed(Roles.TAM)
  @Operation(summary = "Ask the outgoing TAM a question without accepting")
  @APIResponse(
      responseCode = "200",
      description = "Asked",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HandoffView.class)))
  public Uni<RestResponse<HandoffView>> query(UUID id, @Valid @NotNull QuestionRequest request) {
    return querying.ask(id, caller.id(), request.question()).map(HandoffResource::answer);
  }

  @POST
  @Path("/{id}/query/{number}/answer")
  @RolesAllowed(Roles.TAM)
  @Operation(summary = "Answer a question, as the outgoing TAM")
  @APIResponse(
      responseCode = "200",
      description = "Answered",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HandoffView.class)))
  public Uni<RestResponse<HandoffView>> answer(
      UUID id, int number, @Valid @NotNull AnswerRequest request) {
    return querying.answer(id, number, caller.id(), request.answer()).map(HandoffResource::answer);
  }

  @POST
  @Path("/accept")
  @RolesAllowed(Roles.TAM)
  @Operation(
      summary = "Accept many",
      description =
          "Up to 500, or all that are offered to the caller (\"I have the pager\"); each is accepted"
              + " or refused by itself. For SEV3 and SEV4: SEV1 and SEV2 are refused with 400 (one-by-one),"
              + " since each is accepted with a read-back of its own.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BulkRequest.class),
              examples = {
                @ExampleObject(name = "two", value = HandoffExamples.BULK),
                @ExampleObject(name = "all", value = HandoffExamples.ALL)
              }))
  @APIResponse(
      responseCode = "200",
      description = "Each item has its own answer",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BulkView.class)))
  public Uni<BulkView> acceptMany(@Valid @NotNull BulkRequest request) {
    return (request.isEverything()
            ? answers.acceptEverything(caller.id(), request.readBack())
            : answers.acceptAll(request.wishes(caller.id())))
        .map(BulkView::of);
  }

  private static RestResponse<HandoffView> answer(HandoffDetails details) {
    return RestResponse.ResponseBuilder.ok(HandoffView.of(details))
        .header("ETag", ETags.of(details.state().revision()))
        .build();
  }
}
