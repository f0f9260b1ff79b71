package io.meridian.escalation.escalation.api;

import io.meridian.escalation.escalation.api.ChangeRequests.NewNote;
import io.meridian.escalation.escalation.api.ChangeRequests.ServiceHoursChange;
import io.meridian.escalation.escalation.api.ChangeRequests.SeverityChange;
import io.meridian.escalation.escalation.api.ChangeRequests.StatusChange;
import io.meridian.escalation.escalation.application.EscalationCommands;
import io.meridian.escalation.escalation.application.EscalationQueries;
import io.meridian.escalation.escalation.application.Notes;
import io.meridian.escalation.escalation.application.Opening;
import io.meridian.escalation.escalation.domain.Command;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.meridian.roster.OpenToOnboarding;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Escalations: {@code {id}} is the id or the short id. */
@Path(EscalationResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Escalations")
public class EscalationResource {
  static final String PATH = "/api/v1/escalations";

  private final Opening opening;
  private final EscalationCommands commands;
  private final EscalationQueries queries;
  private final Notes notes;
  private final Caller caller;

  EscalationResource(
      Opening opening,
      EscalationCommands commands,
      EscalationQueries queries,
      Notes notes,
      Caller caller) {
    this.opening = opening;
    this.commands = commands;
    this.queries = queries;
    this.notes = notes;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION})
  @Operation(
      summary = "Open an escalation",
      description =
          "A second request for the same externalRef answers 200 with the known one, closed or not,"
              + " and says so in notice.")
  @APIResponse(
      responseCode = "201",
      description = "Opened",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EscalationView.class)))
  @APIResponse(
      responseCode = "200",
      description = "Known already",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EscalationView.class)))
  public Uni<RestResponse<EscalationView>> open(
      @HeaderParam("Idempotency-Key") @Nullable String key, @Valid OpenRequest request) {
    return opening
        .open(caller.actor(), request.content(), request.ref(), key, request)
        .map(this::opened);
  }

  private RestResponse<EscalationView> opened(Opening.Opened opened) {
    Escalation escalation = opened.overview().escalation();
    if (!opened.created()) {
      return answer(EscalationView.known(opened.overview()));
    }
    EscalationView view = EscalationView.of(opened.overview());
    return RestResponse.ResponseBuilder.<EscalationView>created(URI.create(view.links().self()))
        .entity(view)
        .header("ETag", ETags.of(escalation.revision()))
        .build();
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.OBSERVER, Roles.INTEGRATION, Roles.AUDITOR})
  @Operation(
      summary = "List escalations, the newest first",
      description =
          "An integration sees those that it opened, an observer those of customers of whom they are"
              + " a stakeholder.")
  public Uni<Page<EscalationView>> list(
      @BeanParam ListParameters filter,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return queries
        .list(caller.actor(), filter.filter(), PageRequest.of(limit, cursor))
        .map(page -> page.map(EscalationView::of));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.OBSERVER, Roles.INTEGRATION, Roles.AUDITOR})
  @Operation(summary = "Read an escalation")
  public Uni<RestResponse<EscalationView>> read(String id) {
    return queries.find(caller.actor(), id).map(EscalationView::of).map(EscalationResource::answer);
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Change title, description, customer or tags",
      description =
          "Another customer brings their home region, and service hours as their tier has them"
              + " unless somebody has set them; without a customer it lives where it lived. Where"
              + " that changes something it is a fact of its own: revision grows by two.")
  public Uni<RestResponse<EscalationView>> update(
      String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid PatchRequest patch) {
    return handle(id, required(ifMatch), patch.command(caller.id()));
  }

  @POST
  @Path("/{id}/acknowledgement")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(summary = "Acknowledge", description = "Again by the same person: no effect.")
  public Uni<RestResponse<EscalationView>> acknowledge(
      String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    Consumer<Escalation> precondition = ifMatch == null ? any -> {} : required(ifMatch);
    return handle(id, precondition, new Command.Acknowledge(caller.id()));
  }

  @PUT
  @Path("/{id}/severity")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Change the severity",
      description =
          "Service hours follow: rising to SEV1 or SEV2 makes it FOLLOW_THE_SUN, whatever somebody"
              + " had set; any other change gives it those of its new severity and its customer's"
              + " tier, unless somebody has set them. That is a fact of its own: revision grows by"
              + " two.")
  public Uni<RestResponse<EscalationView>> changeSeverity(
      String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid SeverityChange change) {
    return handle(id, required(ifMatch), change.command(caller.id()));
  }

  @PUT
  @Path("/{id}/service-hours")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Say whether it follows the sun, and where it lives",
      description =
          "With a reason, for the timeline. What is set stays when the severity changes, unless it"
              + " rises to SEV1 or SEV2; another customer brings another home region. The same"
              + " again: no effect.")
  public Uni<RestResponse<EscalationView>> setServiceHours(
      String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid ServiceHoursChange change) {
    return handle(id, required(ifMatch), change.command(caller.id()));
  }

  @PUT
  @Path("/{id}/status")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Acknowledge, resolve, close or reopen",
      description =
          "What is RESOLVED rests: it stays with who is accountable, and closes by itself at"
              + " closesAt unless it is reopened.")
  public Uni<RestResponse<EscalationView>> changeStatus(
      String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid StatusChange change) {
    return handle(id, required(ifMatch), change.command(caller.id()));
  }

  @GET
  @Path("/{id}/timeline")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.OBSERVER, Roles.INTEGRATION, Roles.AUDITOR})
  @Operation(summary = "The timeline, oldest first")
  public Uni<Page<TimelineEntryView>> timeline(
      String id, @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    return queries
        .timeline(caller.actor(), id, PageRequest.of(limit, cursor))
        .map(page -> page.map(TimelineEntryView::of));
  }

  @POST
  @Path("/{id}/timeline")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.INTEGRATION})
  @OpenToOnboarding
  @Operation(summary = "Note something on the timeline")
  @APIResponse(
      responseCode = "201",
      description = "Noted",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TimelineEntryView.class)))
  public Uni<RestResponse<TimelineEntryView>> note(
      String id, @HeaderParam("Idempotency-Key") @Nullable String key, @Valid NewNote note) {
    return notes
        .add(caller.actor(), id, key, note.command(caller.id()), note)
        .map(
            noted ->
                RestResponse.ResponseBuilder.<TimelineEntryView>created(
                        URI.create(PATH + "/" + noted.escalationId() + "/timeline"))
                    .entity(TimelineEntryView.of(noted.entry()))
                    .header("ETag", ETags.of(noted.entry().revision()))
                    .build());
  }

  private Uni<RestResponse<EscalationView>> handle(
      String id, Consumer<Escalation> precondition, Command command) {
    return commands
        .handle(caller.actor(), id, precondition, command)
        .chain(after -> queries.find(after.id().toString()))
        .map(EscalationView::of)
        .map(EscalationResource::answer);
  }

  private static Consumer<Escalation> required(@Nullable String ifMatch) {
    return before -> ETags.requireMatch(ifMatch, before.revision());
  }

  private static RestResponse<EscalationView> answer(EscalationView view) {
    return RestResponse.ResponseBuilder.ok(view).header("ETag", ETags.of(view.revision())).build();
  }
}
