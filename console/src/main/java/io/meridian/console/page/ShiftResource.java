package io.meridian.console.page;

import static io.meridian.console.client.Answers.write;

import io.meridian.console.client.BulkAcceptance;
import io.meridian.console.client.BulkAnswer;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.Refusal;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.HandoffMessages;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** My shift: what a TAM opens first. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ShiftResource {
  private final HandoffService handoffs;
  private final ShiftReading reading;
  private final Reader reader;
  private final Frames frames;
  private final Notices notices;
  private final HandoffMessages messages;

  ShiftResource(
      @RestClient HandoffService handoffs,
      ShiftReading reading,
      Reader reader,
      Frames frames,
      Notices notices,
      HandoffMessages messages) {
    this.handoffs = handoffs;
    this.reading = reading;
    this.reader = reader;
    this.frames = frames;
    this.notices = notices;
    this.messages = messages;
  }

  @GET
  public Response home() {
    return Response.seeOther(URI.create(frames.home())).build();
  }

  @GET
  @Path("/shift")
  public Uni<Response> show() {
    return reader.is(Role.TAM)
        ? reading.page().map(page -> Response.ok(page).build())
        : Uni.createFrom().item(home());
  }

  @POST
  @Path("/shift/acceptances")
  public Uni<Response> acceptMany(@FormParam("id") List<UUID> ids) {
    return write(handoffs.acceptMany(reader.bearer(), BulkAcceptance.of(ids))).map(this::told);
  }

  private Response told(BulkAnswer answer) {
    List<Refusal.Problem> refused =
        answer.items().stream().map(BulkAnswer.Item::problem).filter(Objects::nonNull).toList();
    if (refused.isEmpty()) {
      notices.good(messages.manyYours(answer.accepted()));
    } else {
      String why = ForeignText.plain(refused.getFirst().detail());
      notices.bad(
          messages.manyYours(answer.accepted()) + " " + messages.manyRefused(refused.size(), why));
    }
    return Response.seeOther(URI.create("/shift")).build();
  }
}
