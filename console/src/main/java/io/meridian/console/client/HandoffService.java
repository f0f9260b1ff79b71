package io.meridian.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** handoff-service, asked with the reader's token. */
@Path("/api/v1")
@RegisterRestClient(configKey = "handoff-service")
@RegisterProvider(RefusalReader.class)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface HandoffService {

  @GET
  @Path("/handoffs")
  Uni<Page<Handoff>> handoffs(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @QueryParam("state") @Nullable String state,
      @QueryParam("to") @Nullable String to,
      @QueryParam("from") @Nullable String from,
      @QueryParam("limit") int limit);

  @GET
  @Path("/handoffs/{id}")
  Uni<Handoff> handoff(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

  @POST
  @Path("/handoffs/{id}/acceptance")
  Uni<Handoff> accept(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("id") UUID id,
      Acceptance acceptance);

  @POST
  @Path("/handoffs/accept")
  Uni<BulkAnswer> acceptMany(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, BulkAcceptance acceptance);

  @POST
  @Path("/handoffs/{id}/decline")
  Uni<Handoff> decline(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("id") UUID id,
      Map<String, String> reason);

  @POST
  @Path("/handoffs/{id}/query")
  Uni<Handoff> ask(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("id") UUID id,
      Map<String, String> question);

  @POST
  @Path("/handoffs/{id}/query/{number}/answer")
  Uni<Handoff> answer(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("id") UUID id,
      @PathParam("number") int number,
      Map<String, String> answer);

  @POST
  @Path("/handoffs/{id}/assignment")
  Uni<Handoff> assign(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("id") UUID id,
      Map<String, String> order);

  @PATCH
  @Path("/handoffs/{id}/briefing")
  Uni<Briefing> brief(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @HeaderParam(HttpHeaders.IF_MATCH) String version,
      @PathParam("id") UUID id,
      Map<String, Object> words);

  @GET
  @Path("/board")
  Uni<Board> board(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  @GET
  @Path("/my/shift")
  Uni<MyShift> myShift(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  @POST
  @Path("/watch-items")
  Uni<JsonNode> watch(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Map<String, String> item);

  @POST
  @Path("/watch-items/{id}/confirmation")
  Uni<JsonNode> confirmWatch(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

  @POST
  @Path("/watch-items/{id}/escalation")
  Uni<JsonNode> escalateWatch(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("id") UUID id,
      Map<String, String> severity);

  @DELETE
  @Path("/watch-items/{id}")
  Uni<Void> withdrawWatch(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

  @PUT
  @Path("/shift-changes/{id}/note")
  Uni<JsonNode> note(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @HeaderParam(HttpHeaders.IF_MATCH) String version,
      @PathParam("id") UUID shiftChange,
      Map<String, String> text);

  @GET
  @Path("/accountability/{escalation}")
  Uni<Accountability> accountability(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("escalation") String escalation);

  @POST
  @Path("/accountability/{escalation}/takeover")
  Uni<JsonNode> takeOver(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("escalation") String escalation,
      Map<String, String> readBack);

  @POST
  @Path("/accountability/{escalation}/hold")
  Uni<JsonNode> hold(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("escalation") String escalation,
      Map<String, String> until);

  @GET
  @Path("/coverage/days")
  Uni<CoverageDays> coverageDays(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @QueryParam("basis") String basis,
      @QueryParam("from") String from,
      @QueryParam("to") String to);

  @GET
  @Path("/on-duty")
  Uni<OnDuty> onDuty(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  @GET
  @Path("/tams")
  Uni<Page<Tam>> tams(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);

  @GET
  @Path("/tams/{id}")
  Uni<Tam> tam(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id);

  @GET
  @Path("/persons/{id}")
  Uni<KnownPerson> person(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id);

  @GET
  @Path("/me")
  Uni<Me> me(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  @POST
  @Path("/me/channels/{number}/test")
  Uni<ChannelTest> testChannel(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("number") int number);

  @GET
  @Path("/notifications/{id}")
  Uni<JsonNode> notification(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") String id);

  @GET
  @Path("/notifications")
  Uni<JsonNode> notifications(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);
}
