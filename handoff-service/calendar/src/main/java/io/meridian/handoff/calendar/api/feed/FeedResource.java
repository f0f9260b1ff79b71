package io.meridian.handoff.calendar.api.feed;

import io.meridian.handoff.calendar.api.feed.FeedView.Scope;
import io.meridian.handoff.calendar.application.feed.Feeds;
import io.meridian.handoff.calendar.domain.feed.FeedScope;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.meridian.roster.OpenToOnboarding;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Feeds that calendar applications subscribe to. */
@Path("/api/v1/calendar/feeds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar feeds")
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
public class FeedResource {

  private final Feeds feeds;
  private final Caller caller;

  FeedResource(Feeds feeds, Caller caller) {
    this.feeds = feeds;
    this.caller = caller;
  }

  /**
   * What a feed is to show.
   *
   * @param subject the TAM's id or the region's code; for TAM the caller when absent
   */
  @Schema(name = "CalendarFeedRequest", example = "{\"scope\":\"REGION\",\"subject\":\"EMEA\"}")
  public record Request(@NotNull Scope scope, @Nullable @Size(max = 200) String subject) {}

  @POST
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @OpenToOnboarding
  @Operation(
      summary = "Make a feed",
      description =
          "A calendar application subscribes to its path, which needs no token: keep it secret. It"
              + " is shown once: a request repeated with its Idempotency-Key answers the feed"
              + " without it, and a reset gives another. A TAM may make feeds of their own shifts,"
              + " of regions and of all.")
  @APIResponse(
      responseCode = "201",
      description = "The feed with its path",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FeedView.class)))
  public Uni<RestResponse<FeedView>> create(
      @Parameter(description = "Makes retries safe for 24 hours") @HeaderParam("Idempotency-Key")
          @Nullable String key,
      @Valid @NotNull Request request) {
    return feeds
        .create(caller.actor(), key, scope(request))
        .map(
            feed ->
                answer(feed)
                    .status(RestResponse.Status.CREATED)
                    .location(URI.create(FeedView.of(feed).links().self()))
                    .build());
  }

  @GET
  @Operation(
      summary = "Feeds, the oldest first",
      description = "A TAM sees those that they made, a manager all. No paths: they are secret.")
  public Uni<Page<FeedView>> list(
      @RestQuery @Nullable Integer limit, @RestQuery @Nullable String cursor) {
    return feeds
        .list(caller.actor(), PageRequest.of(limit, cursor))
        .map(page -> page.map(FeedView::of));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One feed")
  public Uni<RestResponse<FeedView>> read(UUID id) {
    return feeds.one(caller.actor(), id).map(feed -> answer(feed).build());
  }

  @POST
  @Path("/{id}/reset")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @OpenToOnboarding
  @Operation(
      summary = "Give a feed another secret path",
      description =
          "The path before is not found any more; the new one is shown once: a request repeated"
              + " with its Idempotency-Key changes nothing and answers the feed without it.")
  public Uni<RestResponse<FeedView>> reset(
      UUID id,
      @Parameter(description = "Makes retries safe for 24 hours") @HeaderParam("Idempotency-Key")
          @Nullable String key) {
    return feeds.reset(caller.actor(), key, id).map(feed -> answer(feed).build());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @OpenToOnboarding
  @Operation(summary = "Revoke a feed")
  @APIResponse(responseCode = "204", description = "Its path is not found any more")
  public Uni<Void> revoke(UUID id) {
    return feeds.revoke(caller.actor(), id);
  }

  private FeedScope scope(Request request) {
    String subject = request.subject();
    return switch (request.scope()) {
      case TAM -> new FeedScope.OfTam(subject == null ? caller.id() : subject);
      case REGION -> {
        if (subject == null) {
          throw Problem.invalid("/subject", "required", "must be the code of a region");
        }
        yield new FeedScope.OfRegion(subject);
      }
      case ALL -> {
        if (subject != null) {
          throw Problem.invalid("/subject", "not-allowed", "goes with TAM and REGION only");
        }
        yield new FeedScope.Everything();
      }
    };
  }

  private static RestResponse.ResponseBuilder<FeedView> answer(Feeds.Feed feed) {
    return RestResponse.ResponseBuilder.ok(FeedView.of(feed))
        .header("ETag", ETags.of(feed.record().revision()))
        .header("Cache-Control", "no-store");
  }
}
