package io.meridian.handoff.notification.api;

import io.meridian.handoff.notification.api.NotificationView.Status;
import io.meridian.handoff.notification.application.Deliveries;
import io.meridian.handoff.notification.domain.DeliveryFilter;
import io.meridian.handoff.notification.domain.NotificationKind;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Role;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What TAMs were told, and what became of it. A TAM sees their own, a manager all. */
@Path(NotificationView.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
public class NotificationResource {
  private final Deliveries deliveries;
  private final Caller caller;

  NotificationResource(Deliveries deliveries, Caller caller) {
    this.deliveries = deliveries;
    this.caller = caller;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "List messages, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "one", value = NotificationExamples.PAGE)))
  public Uni<Page<NotificationView>> list(
      @Parameter(description = "id of a TAM; a TAM may ask for their own only") @RestQuery
          @Nullable String recipient,
      @RestQuery @Nullable NotificationKind kind,
      @RestQuery @Nullable Status status,
      @Parameter(description = "written at or after") @RestQuery @Nullable Instant from,
      @Parameter(description = "written before") @RestQuery @Nullable Instant to,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    var filter =
        new DeliveryFilter(
            own(recipient),
            kind == null ? null : kind.name(),
            status == null ? null : status.name(),
            from,
            to);
    return deliveries
        .page(filter, PageRequest.of(limit, cursor))
        .map(page -> page.map(NotificationView::of));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR, Roles.ADMIN})
  @Operation(summary = "Read a message and the attempts to deliver it")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NotificationView.class),
              examples = @ExampleObject(name = "delivered", value = NotificationExamples.ONE)))
  public Uni<NotificationView> read(UUID id) {
    return deliveries.find(id, seesAll() ? null : caller.id()).map(NotificationView::of);
  }

  @POST
  @Path("/{id}/redelivery")
  @ResponseStatus(202)
  @RolesAllowed({Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Send a message again",
      description =
          "From the recipient's first channel, under a new delivery id. Refused with 409 while it is"
              + " being sent anyway, or when nothing reaches the recipient.")
  @APIResponse(
      responseCode = "202",
      description = "Will be sent",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NotificationView.class)))
  public Uni<NotificationView> redeliver(UUID id) {
    return deliveries.again(id).map(NotificationView::of);
  }

  private @Nullable String own(@Nullable String recipient) {
    if (seesAll()) {
      return recipient;
    }
    if (recipient != null && !recipient.equals(caller.id())) {
      throw Problem.forbidden("A TAM sees their own messages only.");
    }
    return caller.id();
  }

  private boolean seesAll() {
    return caller.is(Role.MANAGER) || caller.is(Role.AUDITOR) || caller.is(Role.ADMIN);
  }
}
