package io.meridian.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.client.SseEvent;
import org.jspecify.annotations.Nullable;

/** What handoff-service tells as it happens; it may be silent for long between two beats. */
@Path("/api/v1/handoffs/stream")
@RegisterRestClient(configKey = "handoff-stream")
@RegisterProvider(RefusalReader.class)
@Produces(MediaType.SERVER_SENT_EVENTS)
public interface HandoffStream {

  @GET
  Multi<SseEvent<JsonNode>> listen(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @HeaderParam("Last-Event-ID") @Nullable String lastEventId);
}
