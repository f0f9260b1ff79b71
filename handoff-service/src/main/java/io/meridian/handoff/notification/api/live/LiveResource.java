package io.meridian.handoff.notification.api.live;

import io.meridian.events.GapState;
import io.meridian.events.ShiftState;
import io.meridian.handoff.calendar.api.ShiftView;
import io.meridian.handoff.handoff.api.HandoffView;
import io.meridian.handoff.ledger.api.AccountabilityView;
import io.meridian.handoff.notification.application.live.LiveFeed;
import io.meridian.handoff.notification.application.live.LiveReading;
import io.meridian.handoff.notification.application.live.News;
import io.meridian.handoff.notification.application.live.Subject;
import io.meridian.handoff.watch.api.NoteView;
import io.meridian.handoff.watch.api.WatchItemView;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Role;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
      data: {"id":"5b1d7a0e-9a0e-3d0b-8f0c-0c8a5f6e7d11","escalation":"ESC-1042","state":"OFFERED", …}

      event: shift.started
      id: 0.1521-1.88-1000.7
      data: {"id":"5f3c2a0e-0a1b-3c4d-8e5f-60718293a4b5","region":"AMER","start":"2026-03-09T15:00:00Z", …}

      event: accountability.took-effect
      id: 0.1522-1.88-1000.7
      data: {"escalationId":"0195f5c4-7a10-7c3e-8d2f-1b2c3d4e5f60","intervals":[…], …}

      """;

  private static final String DESCRIPTION =
      """
      Server-sent events. A TAM hears of what they hand over, are or were asked for and are accountable for, of gaps \
      in it, of their shifts, and of what comes to them to be watched; a lead of the gaps and shifts of their region too, a manager of everything.

      Each event is about one resource, and its data is what GET of that resource answers, as it is when it is told: \
      handoff.* and deadline that of /handoffs/{id}, accountability.* that of /accountability/{escalationId}, gap.* \
      that of /gaps/{id}, shift.* an item of /shifts, watch.* that of /watch-items/{id}, shift-change.noted that of \
      /shift-changes/{id}/note. What one change says of several comes as several events, the \
      last of which carries the id.

      accountability.transferred says what was decided; accountability.took-effect comes at the instant it takes \
      effect, when that is later: the start of the incoming shift.

      The stream begins with ready; read the lists after it. Come back with Last-Event-ID to hear what you missed; \
      reset says that too much was missed: read the lists again. Slow listeners are cut off, everybody after 15 \
      minutes; a comment comes every 15 seconds.\
      """;

  private final LiveFeed feed;
  private final LiveReading reading;
  private final Caller caller;

  LiveResource(LiveFeed feed, LiveReading reading, Caller caller) {
    this.feed = feed;
    this.reading = reading;
    this.caller = caller;
  }

  @GET
  @Path("/stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary =
          "Listen: offers, answers, deadlines, shifts, accountability and gaps as they happen",
      description = DESCRIPTION)
  @APIResponse(
      responseCode = "200",
      description = "The stream",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema =
                  @Schema(
                      oneOf = {
                        HandoffView.class,
                        AccountabilityView.class,
                        GapNewsView.class,
                        ShiftView.class,
                        WatchItemView.class,
                        NoteView.class
                      }),
              examples = @ExampleObject(name = "an offer", value = EXAMPLE)))
  public Multi<OutboundSseEvent> listen(
      @RestHeader("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
    boolean hearsAll = caller.is(Role.MANAGER) || caller.is(Role.AUDITOR);
    return feed.listen(caller.id(), hearsAll, lastEventId)
        .onItem()
        .transformToMultiAndConcatenate(news -> events(sse, news));
  }

  private Multi<OutboundSseEvent> events(Sse sse, News news) {
    Subject subject = news.subject();
    if (subject == null) {
      return Multi.createFrom().item(event(sse, news, Map.of()));
    }
    return views(subject)
        .onItem()
        .transformToMulti(
            views ->
                Multi.createFrom()
                    .range(0, views.size())
                    .map(
                        i ->
                            event(
                                sse,
                                i == views.size() - 1 ? news : new News(news.name(), null, subject),
                                views.get(i))));
  }

  private Uni<? extends List<?>> views(Subject subject) {
    return switch (subject) {
      case Subject.Handoffs(List<UUID> ids) ->
          reading.handoffs(ids).map(all -> all.stream().map(HandoffView::of).toList());
      case Subject.Ledger(UUID escalation) ->
          reading.ledger(escalation).map(one -> one.map(AccountabilityView::of).stream().toList());
      case Subject.Gaps(List<GapState> gaps) ->
          reading.gaps(gaps).map(all -> all.stream().map(GapNewsView::of).toList());
      case Subject.Watched(List<UUID> ids) ->
          reading.watched(ids).map(all -> all.stream().map(WatchItemView::of).toList());
      case Subject.Note(UUID shiftChange) ->
          reading.note(shiftChange).map(note -> List.of(NoteView.of(note)));
      case Subject.OneShift(ShiftState shift) ->
          Uni.createFrom().item(List.of(ShiftView.of(shift)));
    };
  }

  private static OutboundSseEvent event(Sse sse, News news, Object data) {
    OutboundSseEvent.Builder event = sse.newEventBuilder();
    if (news.name() == null) {
      return event.comment("beat").build();
    }
    if (news.id() != null) {
      event.id(news.id());
    }
    return event.name(news.name()).mediaType(MediaType.APPLICATION_JSON_TYPE).data(data).build();
  }
}
