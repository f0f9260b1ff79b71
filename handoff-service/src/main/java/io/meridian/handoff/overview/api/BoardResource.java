package io.meridian.handoff.overview.api;

import io.meridian.handoff.overview.application.Boards;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The board: everybody's shifts, shift changes and gaps at a glance. */
@Path("/api/v1/board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Board")
public class BoardResource {
  private static final Duration HALF = Duration.ofHours(12);
  private static final Duration WINDOW_MAX = Duration.ofHours(72);

  private final Boards boards;

  BoardResource(Boards boards) {
    this.boards = boards;
  }

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "Whether everything is held, now and in the hours around",
      description =
          "Who is on duty and what is open is as of now; the band, its shift changes (planned ones"
              + " too) and its gaps are of the window. At most 200 of a kind, the gravest first.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = BoardView.class),
              examples = @ExampleObject(name = "board", value = OverviewExamples.BOARD)))
  public Uni<BoardView> board(
      @Parameter(description = "Start of the band; 12 hours ago without both bounds") @RestQuery
          @Nullable Instant from,
      @Parameter(description = "End of the band, at most 72 hours later") @RestQuery
          @Nullable Instant to) {
    Instant now = boards.now();
    if (from == null && to == null) {
      return boards.of(now.minus(HALF), now.plus(HALF)).map(BoardView::of);
    }
    if (from == null) {
      throw Problem.invalid("?from", "required", "must be given with to");
    }
    if (to == null) {
      throw Problem.invalid("?to", "required", "must be given with from");
    }
    if (!from.isBefore(to)) {
      throw Problem.invalid("?to", "dates-reversed", "must be after from");
    }
    if (Duration.between(from, to).compareTo(WINDOW_MAX) > 0) {
      throw Problem.invalid("?to", "window-too-long", "must be at most 72 hours after from");
    }
    return boards.of(from, to).map(BoardView::of);
  }
}
