package io.meridian.rest.api;

import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.consumer.DeadLetter;
import io.meridian.runtime.consumer.DeadLetters;
import io.meridian.runtime.consumer.DeadLetters.Outcome;
import io.meridian.runtime.consumer.DeadLetters.StillRefused;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Events that this service could not apply, to look at and to apply after all. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.MANAGER, Roles.AUDITOR, Roles.ADMIN})
@Tag(name = "operations")
public class DeadLetterResource {
  private final DeadLetters letters;

  DeadLetterResource(DeadLetters letters) {
    this.letters = letters;
  }

  /** The consumers there are. */
  public record Consumers(List<String> items) {}

  /** What a replay did. */
  public record Replay(
      @Schema(description = "DUPLICATE: the effect was there already") Outcome outcome) {}

  @GET
  @Operation(summary = "Name the consumers, each of which has dead letters of its own")
  public Uni<Consumers> consumers() {
    return Uni.createFrom().item(() -> new Consumers(letters.consumers()));
  }

  @GET
  @Path("/{consumer}")
  @Operation(summary = "List what a consumer could not apply, the oldest first")
  public Uni<Page<DeadLetter>> list(
      @Parameter(example = "ledger") String consumer,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    known(consumer);
    PageRequest request = PageRequest.of(limit, cursor);
    long from = request.after(key -> Long.parseLong(key.getFirst()) + 1).orElse(0L);
    return letters
        .list(consumer, from, request.limit() + 1)
        .map(rows -> Page.of(rows, request, row -> List.of(Long.toString(row.position()))));
  }

  @POST
  @Path("/{consumer}/{position}/replay")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      summary = "Give a dead letter to its consumer again",
      description =
          "The effect is there once, however often it is asked for. 409 when the consumer refuses"
              + " it still: nothing has changed then.")
  public Uni<Replay> replay(@Parameter(example = "ledger") String consumer, long position) {
    known(consumer);
    return letters
        .replay(consumer, position)
        .onFailure(StillRefused.class)
        .transform(e -> Problem.conflict("still-refused", String.valueOf(e.getMessage())))
        .map(done -> done.orElseThrow(() -> Problem.notFound("dead letter", position)))
        .map(Replay::new);
  }

  private void known(String consumer) {
    if (!letters.consumers().contains(consumer)) {
      throw Problem.notFound("consumer", consumer);
    }
  }
}
