package io.meridian.console.live;

import io.meridian.console.client.HandoffStream;
import io.meridian.console.client.StreamEvent;
import io.meridian.console.session.Reader;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * Tells a browser what changed, by name: what of it its reader may see is decided where they fetch
 * it. One stream of a browser is one of handoff-service, with the reader's token; it ends with that
 * one, and at once when that one is refused.
 */
@Path("/live")
@Authenticated
@Produces(MediaType.SERVER_SENT_EVENTS)
public class LiveResource {
  /** After this a browser comes back whose stream ended. */
  private static final long RETURN_MILLIS = 1_000;

  private final HandoffStream stream;
  private final Reader reader;

  LiveResource(HandoffStream stream, Reader reader) {
    this.stream = stream;
    this.reader = reader;
  }

  @GET
  @ResponseHeader(name = "X-Accel-Buffering", value = "no") // nginx passes on what it does not keep
  public Multi<OutboundSseEvent> listen(
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
    return stream.listen(reader.bearer(), lastEventId).map(event -> told(sse, event));
  }

  private static OutboundSseEvent told(Sse sse, StreamEvent event) {
    OutboundSseEvent.Builder told =
        sse.newEventBuilder().mediaType(MediaType.TEXT_PLAIN_TYPE).reconnectDelay(RETURN_MILLIS);
    if (event.name() == null) {
      // with data, since browsers pass an event without any over
      return told.name("beat").data("beat").build();
    }
    if (event.id() != null) {
      told.id(event.id());
    }
    return told.name("changed").data(Changes.of(event.name(), event.data())).build();
  }
}
