package io.meridian.console.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.console.client.HandoffStream;
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
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.SseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells a browser what changed, by name: what of it its reader may see is decided where they fetch
 * it. When the service's stream ends so does this one, and the browser comes back by itself.
 */
@Path("/live")
@Authenticated
@Produces(MediaType.SERVER_SENT_EVENTS)
public class LiveResource {
  private static final Logger LOG = Logger.getLogger(LiveResource.class);
  private static final Duration BEAT = Duration.ofSeconds(15);

  /** By then a stream that the service refuses has ended. */
  private static final Duration FIRST_BEAT = Duration.ofSeconds(1);

  private static final int BEATS_MAX = 60;

  private final HandoffStream stream;
  private final Reader reader;

  LiveResource(@RestClient HandoffStream stream, Reader reader) {
    this.stream = stream;
    this.reader = reader;
  }

  @GET
  public Multi<OutboundSseEvent> listen(
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse) {
    Multi<OutboundSseEvent> news =
        stream
            .listen(reader.bearer(), lastEventId)
            .filter(event -> event.name() != null)
            .map(event -> changed(sse, event));
    Multi<OutboundSseEvent> beats =
        Multi.createFrom()
            .ticks()
            .startingAfter(FIRST_BEAT)
            .every(BEAT)
            .select()
            .first(BEATS_MAX)
            .map(tick -> beat(sse));
    Multi<OutboundSseEvent> ended =
        news.onFailure()
            .invoke(failure -> LOG.debugf(failure, "a stream ended"))
            .onFailure()
            .recoverWithCompletion();
    return Multi.createBy()
        .merging()
        .streams(ended.onCompletion().continueWith(end(sse)), beats)
        .select()
        .first(event -> !END.equals(event.getName()));
  }

  private static final String END = "end";

  private static OutboundSseEvent end(Sse sse) {
    return sse.newEventBuilder().name(END).data("").build();
  }

  private static OutboundSseEvent beat(Sse sse) {
    return sse.newEventBuilder().name("beat").data("").build();
  }

  private static OutboundSseEvent changed(Sse sse, SseEvent<JsonNode> event) {
    OutboundSseEvent.Builder told =
        sse.newEventBuilder()
            .name("changed")
            .mediaType(MediaType.TEXT_PLAIN_TYPE)
            .data(String.class, Changes.of(String.valueOf(event.name()), event.data()));
    if (event.id() != null) {
      told.id(event.id());
    }
    return told.build();
  }
}
