package io.meridian.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** escalation-service, asked with the reader's token. */
@Path("/api/v1")
@RegisterRestClient(configKey = "escalation-service")
@RegisterProvider(RefusalReader.class)
@Produces(MediaType.APPLICATION_JSON)
public interface EscalationService {

  @GET
  @Path("/escalations/{id}")
  Uni<Escalation> escalation(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id);

  @GET
  @Path("/escalations/{id}/timeline")
  Uni<Page<Escalation.Fact>> timeline(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("id") String id,
      @QueryParam("limit") int limit);

  @GET
  @Path("/escalations")
  Uni<JsonNode> escalations(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);

  @GET
  @Path("/integrations/{id}")
  Uni<JsonNode> integration(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id);

  @GET
  @Path("/integrations")
  Uni<JsonNode> integrations(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);
}
