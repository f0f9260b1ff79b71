package io.meridian.handoff.api.live;

import io.meridian.handoff.application.live.LiveFeed;
import io.meridian.handoff.application.live.News;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Role;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What concerns me, as it happens. */
@Path("/api/v1/handoffs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Handoffs")
public class LiveResource {
  private static final String EXAMPLE =
      """
      event: ready
      id: 0.1520-1.88
      data: {}

      event: handoff.offered
      id: 0.1521-1.88
      data: {"handoffs":[{"id":"5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11","escalation":"ESC-1042"}]}

      event: deadline
      data: {"handoffId":"5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11","acceptBy":"2026-03-09T15:15:00Z"}

      """;

  private final LiveFeed feed;
  private final Caller caller;

  LiveResource(LiveFeed feed, Caller caller) {
    this.feed = feed;
    this.caller = caller;
  }

  @GET
  @Path("/stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.ADMIN})
  @Operation(
      summary = "Listen: offers, answers, deadlines and gaps as they happen",
      description =
          "Server-sent events. A TAM hears of what they hand over, are or were asked for and are"
              + " accountable for, a lead of the gaps of their region too, a manager of everything."
              + " The data of handoff.*, gap.* and accountability.* is that of the published event."
              + " The stream begins with ready; read the lists after it. Come back with"
              + " Last-Event-ID to hear what you missed; reset says that too much was missed: read"
              + " the lists again. Slow listeners are cut off, everybody after 15 minutes; a comment"
              + " comes every 15 seconds.")
  @APIResponse(
      responseCode = "200",
      description = "The stream",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "an offer", value = EXAMPLE)))
  public Multi<OutboundSseEvent> listen(
      @RestHeader("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
    boolean hearsAll = caller.is(Role.MANAGER) || caller.is(Role.ADMIN);
    return feed.listen(caller.id(), hearsAll, lastEventId).map(news -> event(sse, news));
  }

  private static OutboundSseEvent event(Sse sse, News news) {
    OutboundSseEvent.Builder event = sse.newEventBuilder();
    if (news.name() == null) {
      return event.comment("beat").build();
    }
    if (news.id() != null) {
      event.id(news.id());
    }
    return event.name(news.name()).data(String.class, news.data()).build();
  }
}
