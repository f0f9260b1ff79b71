package io.meridian.handoff.calendar.api.roster;

import io.meridian.events.SwapState;
import io.meridian.events.SwapStatus;
import io.meridian.handoff.calendar.application.roster.SwapAnswering;
import io.meridian.handoff.calendar.application.roster.SwapAsking;
import io.meridian.handoff.calendar.application.roster.SwapCaller;
import io.meridian.handoff.calendar.application.roster.Swaps;
import io.meridian.rest.http.ETags;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** Shifts that TAMs ask each other to take. */
@Path("/api/v1/swap-requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "swap requests")
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
public class SwapRequestResource {

  private final SwapAsking asking;
  private final SwapAnswering answering;
  private final Swaps swaps;
  private final Caller caller;

  SwapRequestResource(SwapAsking asking, SwapAnswering answering, Swaps swaps, Caller caller) {
    this.asking = asking;
    this.answering = answering;
    this.swaps = swaps;
    this.caller = caller;
  }

  /**
   * What is asked for.
   *
   * @param asker whose shift it is: the caller when absent; managers may ask for others
   * @param shift id of a shift to come, as GET /shifts tells it, in which the asker is on duty
   * @param tam who is to take it
   * @param inExchangeFor id of a shift of theirs that the asker takes instead
   */
  @Schema(
      name = "SwapWish",
      example =
          """
          {"shift":"5f3c2a0e-0a1b-3c4d-8e5f-60718293a4b5","tam":"tam-mei","reason":"dentist"}""")
  public record Wish(
      @Nullable @Size(max = 200) String asker,
      @NotNull UUID shift,
      @NotBlank @Size(max = 200) String tam,
      @Nullable UUID inExchangeFor,
      @Nullable @Size(max = 200) String reason) {}

  /** Why, for the other side. */
  @Schema(name = "SwapAnswer", example = "{\"reason\":\"I am away that week\"}")
  public record Answer(@Nullable @Size(max = 200) String reason) {}

  @GET
  @Operation(
      summary = "Swap requests, the latest first",
      description = "A TAM sees those that they asked or are asked; managers see all.")
  public Uni<Page<SwapView>> list(
      @Parameter(description = "asker or asked") @RestQuery @Nullable String tam,
      @RestQuery @Nullable SwapStatus status,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return swaps
        .list(who(), tam, status, PageRequest.of(limit, cursor))
        .map(page -> page.map(SwapView::of));
  }

  @GET
  @Path("/{id}")
  @Operation(summary = "One swap request")
  public Uni<RestResponse<SwapView>> read(UUID id) {
    return swaps.one(who(), id).map(swap -> answer(swap).build());
  }

  @POST
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Ask another TAM to take a shift",
      description =
          "Open until it is answered, taken back, the shift begins, or 72 hours have passed. Several"
              + " may be asked for one shift: the first who accepts has it. 422 names who may not"
              + " take it and why (onboarding, inactive, on-leave, on-duty); 409 when the shift is"
              + " another's by now, has begun, or an override has to do with it already.")
  @APIResponse(
      responseCode = "201",
      description = "Asked",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SwapView.class)))
  public Uni<RestResponse<SwapView>> ask(
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull Wish wish) {
    return asking
        .ask(
            who(),
            key,
            new SwapAsking.Wish(
                wish.asker(), wish.shift(), wish.tam(), wish.inExchangeFor(), wish.reason()))
        .map(
            swap ->
                answer(swap)
                    .status(RestResponse.Status.CREATED)
                    .location(URI.create(SwapView.of(swap).links().self()))
                    .build());
  }

  @POST
  @Path("/{id}/acceptance")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(
      summary = "Take the shift",
      description =
          "The asked TAM, or a manager. The overrides that make it so are in force at once, in the"
              + " same transaction: the calendar's revision moves on. Accepting again changes"
              + " nothing. Refusals as when asking; 409 also for a request that is over.")
  public Uni<RestResponse<SwapView>> accept(
      UUID id,
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key")
          @Nullable String key) {
    return answering
        .accept(who(), new SwapAnswering.Reply(id, key, null))
        .map(swap -> answer(swap).build());
  }

  @POST
  @Path("/{id}/decline")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(summary = "Say no", description = "The asked TAM, or a manager.")
  public Uni<RestResponse<SwapView>> decline(
      UUID id,
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull Answer answer) {
    return answering
        .decline(who(), new SwapAnswering.Reply(id, key, answer.reason()))
        .map(swap -> answer(swap).build());
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed({Roles.TAM, Roles.MANAGER})
  @Operation(summary = "Take a request back", description = "The asker, or a manager.")
  public Uni<RestResponse<SwapView>> cancel(
      UUID id,
      @Parameter(description = EntryWords.KEY) @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull Answer answer) {
    return answering
        .cancel(who(), new SwapAnswering.Reply(id, key, answer.reason()))
        .map(swap -> answer(swap).build());
  }

  private SwapCaller who() {
    return new SwapCaller(caller.actor());
  }

  private static RestResponse.ResponseBuilder<SwapView> answer(SwapState swap) {
    return RestResponse.ResponseBuilder.ok(SwapView.of(swap))
        .header("ETag", ETags.of(swap.revision()));
  }
}
