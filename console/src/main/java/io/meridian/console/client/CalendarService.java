package io.meridian.console.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * handoff-service's calendar, asked with the reader's token. A list is {@code leaves} or {@code
 * overrides}: both are read, tried and changed alike.
 */
@Path("/api/v1")
@RegisterRestClient(configKey = "handoff-service")
@RegisterProvider(RefusalReader.class)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface CalendarService {

  @GET
  @Path("/shifts")
  Uni<Page<Shift>> shifts(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") int limit);

  @GET
  @Path("/shifts/{id}/explanation")
  Uni<Explanation> explanation(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

  @GET
  @Path("/{list}")
  Uni<Page<CalendarEntry>> entries(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("list") String list,
      @QueryParam("tam") @Nullable String tam,
      @QueryParam("limit") int limit);

  /** One entry; its tag is of this entry alone. */
  @GET
  @Path("/{list}/{id}")
  Uni<RestResponse<CalendarEntry>> entry(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("list") String list,
      @PathParam("id") String id);

  /** What a new entry would change; with {@code dryRun=true} it is not entered. */
  @POST
  @Path("/{list}")
  Uni<CalendarDifference> tryEntry(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("list") String list,
      @QueryParam("dryRun") boolean dryRun,
      Map<String, String> entry);

  /** Enters it, if the calendar is still the one that was looked at. */
  @POST
  @Path("/{list}")
  Uni<JsonNode> enter(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @HeaderParam(HttpHeaders.IF_MATCH) String version,
      @PathParam("list") String list,
      Map<String, String> entry);

  /** What taking an entry away would change; with {@code dryRun=true} it stays. */
  @DELETE
  @Path("/{list}/{id}")
  Uni<CalendarDifference> tryRemoval(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("list") String list,
      @PathParam("id") String id,
      @QueryParam("dryRun") boolean dryRun);

  /** Takes it away, if it is still the one that was looked at. */
  @DELETE
  @Path("/{list}/{id}")
  Uni<Void> remove(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @HeaderParam(HttpHeaders.IF_MATCH) String version,
      @PathParam("list") String list,
      @PathParam("id") String id);

  @GET
  @Path("/swap-requests")
  Uni<Page<Swap>> swaps(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);

  @POST
  @Path("/swap-requests")
  Uni<Swap> askForSwap(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Map<String, String> wish);

  @POST
  @Path("/swap-requests/{id}/acceptance")
  Uni<Swap> acceptSwap(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

  /** Says no with {@code decline}, takes back with {@code cancellation}. */
  @POST
  @Path("/swap-requests/{id}/{end}")
  Uni<Swap> endSwap(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @PathParam("id") UUID id,
      @PathParam("end") String end,
      Map<String, String> answer);

  @GET
  @Path("/coverage/gaps")
  Uni<Page<CalendarDifference.Gap>> gaps(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @QueryParam("basis") String basis,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") int limit);

  @GET
  @Path("/coverage/agreements")
  Uni<Page<Agreement>> agreements(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @QueryParam("from") String from,
      @QueryParam("limit") int limit);

  @POST
  @Path("/coverage/agreements")
  Uni<Agreement> agree(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Map<String, String> agreement);

  @DELETE
  @Path("/coverage/agreements/{id}")
  Uni<Void> endAgreement(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

  /** The whole document, as it is in force; its tag is the calendar's revision. */
  @GET
  @Path("/calendar")
  Uni<RestResponse<JsonNode>> document(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

  /** What another document would change; with {@code dryRun=true} it is not put in force. */
  @PUT
  @Path("/calendar")
  Uni<CalendarDifference> tryDocument(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @QueryParam("dryRun") boolean dryRun,
      JsonNode document);

  /** Puts it in force, if the calendar is still the one that was looked at. */
  @PUT
  @Path("/calendar")
  Uni<JsonNode> apply(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
      @HeaderParam(HttpHeaders.IF_MATCH) String version,
      JsonNode document);

  @GET
  @Path("/calendar/feeds")
  Uni<Page<Feed>> feeds(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @QueryParam("limit") int limit);

  @POST
  @Path("/calendar/feeds")
  Uni<Feed> makeFeed(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, Map<String, String> scope);

  /** Gives it another path; the one before is found no more. */
  @POST
  @Path("/calendar/feeds/{id}/reset")
  Uni<Feed> resetFeed(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);

  @DELETE
  @Path("/calendar/feeds/{id}")
  Uni<Void> revokeFeed(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("id") UUID id);
}
