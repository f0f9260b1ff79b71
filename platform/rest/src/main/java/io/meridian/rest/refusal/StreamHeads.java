package io.meridian.rest.refusal;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** {@code HEAD} of a stream is answered without it: as {@code GET} it would listen on for ever. */
class StreamHeads {

  @ServerRequestFilter
  public Optional<Response> answer(ContainerRequestContext request, ResourceInfo resource) {
    return request.getMethod().equals("HEAD")
            && ResourceMethods.isStream(resource.getResourceMethod())
        ? Optional.of(Response.ok().type(MediaType.SERVER_SENT_EVENTS).build())
        : Optional.empty();
  }
}
