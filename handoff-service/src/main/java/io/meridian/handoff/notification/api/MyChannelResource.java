package io.meridian.handoff.notification.api;

import io.meridian.handoff.calendar.domain.ContactChannel;
import io.meridian.handoff.notification.application.ChannelTests;
import io.meridian.handoff.notification.application.ChannelTests.Outcome;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whether the caller's own channels work. */
@Path("/api/v1/me/channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Me")
public class MyChannelResource {
  private final ChannelTests tests;
  private final Caller caller;

  MyChannelResource(ChannelTests tests, Caller caller) {
    this.tests = tests;
    this.caller = caller;
  }

  /** What became of a test. */
  @Schema(name = "ChannelTest")
  record TestView(
      int number,
      ContactChannel.Kind kind,
      @Schema(description = "the address without what could be a secret") String target,
      Instant at,
      @Schema(description = "whether the provider took it; whether it arrived only you can see")
          boolean taken,
      @Schema(description = "why it was not taken; null when it was") @Nullable String failure) {

    static TestView of(int number, Outcome outcome) {
      return new TestView(
          number,
          outcome.kind(),
          outcome.target(),
          outcome.at(),
          outcome.failure() == null,
          outcome.failure());
    }
  }

  @POST
  @Path("/{number}/test")
  @RolesAllowed(Roles.TAM)
  @Operation(
      summary = "Send me a test message by one of my channels",
      description = "While you wait; one in 10 seconds.")
  @APIResponse(
      responseCode = "200",
      description = "Tried",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TestView.class)))
  public Uni<TestView> test(
      @Parameter(description = "of the channel in the order in which they are tried, from 1")
          int number) {
    return tests.test(caller.id(), number).map(outcome -> TestView.of(number, outcome));
  }
}
