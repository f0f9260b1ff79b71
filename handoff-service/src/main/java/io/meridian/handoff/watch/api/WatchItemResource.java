package io.meridian.handoff.watch.api;

import io.meridian.handoff.watch.api.WatchRequests.EscalationRequest;
import io.meridian.handoff.watch.api.WatchRequests.ItemRequest;
import io.meridian.handoff.watch.application.WatchEndings;
import io.meridian.handoff.watch.application.WatchItems;
import io.meridian.handoff.watch.application.WatchReading;
import io.meridian.handoff.watch.application.WatchReading.Watched;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
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

/** What crews keep an eye on though no case is open. */
@Path(WatchItemView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Watch items")
public class WatchItemResource {
  private final WatchItems items;
  private final WatchEndings endings;
  private final WatchReading reading;
  private final Caller caller;

  WatchItemResource(WatchItems items, WatchEndings endings, WatchReading reading, Caller caller) {
    this.items = items;
    this.endings = endings;
    this.reading = reading;
    this.caller = caller;
  }

  @POST
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Have something watched",
      description =
          "Every crew that comes on duty before its end is told, and one of them confirms it, by"
              + " the shift change's deadline; else their lead is told. Who is on duty now is"
              + " told.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ItemRequest.class),
              examples = @ExampleObject(name = "migration", value = WatchRequests.ITEM)))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WatchItemView.class)))
  public Uni<RestResponse<WatchItemView>> add(
      @Parameter(description = "Makes retries safe for 24 hours") @HeaderParam("Idempotency-Key")
          @Nullable String key,
      @Valid @NotNull ItemRequest request) {
    return items
        .add(key, request.wish(), caller.actor())
        .map(
            made ->
                answer(made)
                    .status(RestResponse.Status.CREATED)
                    .location(URI.create(WatchItemView.PATH + "/" + made.named().item().id()))
                    .build());
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "Watch items by their end")
  public Uni<Page<WatchItemView>> list(
      @RestQuery @Nullable UUID customerId,
      @Parameter(description = "also those that are over; false when left out") @RestQuery
          @Nullable Boolean all,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return reading
        .list(customerId, Boolean.TRUE.equals(all), PageRequest.of(limit, cursor))
        .map(page -> page.map(WatchItemView::of));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(summary = "One watch item, and which crews have confirmed it")
  public Uni<RestResponse<WatchItemView>> read(UUID id) {
    return reading.one(id).map(found -> answer(found).build());
  }

  @POST
  @Path("/{id}/confirmation")
  @RolesAllowed(Roles.TAM)
  @Operation(
      summary = "Confirm that my crew watches it",
      description =
          "By the primary or secondary of a shift that it came to, or by their lead. Again: no"
              + " effect.")
  @APIResponse(
      responseCode = "200",
      description = "Confirmed",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WatchItemView.class)))
  public Uni<RestResponse<WatchItemView>> confirm(UUID id) {
    return items.confirm(id, caller.actor()).map(found -> answer(found).build());
  }

  @POST
  @Path("/{id}/escalation")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "It happened: make an escalation of it",
      description =
          "It is opened within a second, with what is watched as its title and what to do as its"
              + " description, and is assigned as any other. Again: no effect.")
  @APIResponse(
      responseCode = "200",
      description = "It is an escalation",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WatchItemView.class)))
  public Uni<RestResponse<WatchItemView>> escalate(
      UUID id, @Valid @NotNull EscalationRequest request) {
    return endings
        .escalate(id, request.severity(), caller.actor())
        .map(found -> answer(found).build());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Withdraw a watch item",
      description =
          "By who made it, is on duty, leads a region or manages. It stays to be read. Again: no"
              + " effect.")
  @APIResponse(responseCode = "204", description = "It need not be watched any more")
  public Uni<Void> withdraw(UUID id) {
    return endings.withdraw(id, caller.actor()).replaceWithVoid();
  }

  private static RestResponse.ResponseBuilder<WatchItemView> answer(Watched watched) {
    return RestResponse.ResponseBuilder.ok(WatchItemView.of(watched))
        .header("ETag", ETags.of(watched.named().item().revision()));
  }
}
