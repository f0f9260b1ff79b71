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

/** customer-service, asked with the reader's token. */
@Path("/api/v1")
@RegisterRestClient(configKey = "customer-service")
@RegisterProvider(RefusalReader.class)
@Produces(MediaType.APPLICATION_JSON)
public interface CustomerService {

  @GET
  @Path("/customers/{id}")
  Uni<JsonNode> customer(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id);

  @GET
  @Path("/customers")
  Uni<JsonNode> customers(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);

  @GET
  @Path("/sla-policies/{tier}")
  Uni<JsonNode> slaPolicy(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("tier") String tier);
}
