package io.meridian.console.page;

import static io.meridian.console.client.Answers.write;

import io.meridian.console.client.HandoffService;
import io.meridian.console.client.Refusal;
import io.meridian.console.page.HandoffPage.Entered;
import io.meridian.console.session.Reader;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.FormMessages;
import io.meridian.console.text.HandoffMessages;
import io.meridian.console.time.Zones;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What is known of an escalation, and what a TAM may do who is not offered it. */
@Path("/escalations/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class EscalationResource {

  private final EscalationReading reading;
  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final Notices notices;
  private final HandoffMessages words;
  private final FormMessages form;

  EscalationResource(
      EscalationReading reading,
      @RestClient HandoffService handoffs,
      Reader reader,
      Frames frames,
      Notices notices,
      HandoffMessages words,
      FormMessages form) {
    this.reading = reading;
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.notices = notices;
    this.words = words;
    this.form = form;
  }

  @GET
  public Uni<TemplateInstance> show(String id) {
    return reading.page(id, Entered.NOTHING).map(TemplateInstance.class::cast);
  }

  @POST
  @Path("/takeover")
  public Uni<Response> takeOver(
      String id, @FormParam("readBack") @DefaultValue("") String readBack) {
    Map<String, String> said = readBack.isBlank() ? Map.of() : Map.of("readBack", readBack);
    return write(handoffs.takeOver(reader.bearer(), id, said))
        .map(done -> after(id, words.tookOver(id)))
        .onFailure(Refusal.class)
        .recoverWithUni(no -> again(id, no, "takeover", readBack));
  }

  @POST
  @Path("/hold")
  public Uni<Response> hold(String id, @FormParam("until") @DefaultValue("") String until) {
    try {
      Instant end = Zones.instant(until, reader.zone());
      return write(handoffs.hold(reader.bearer(), id, Map.of("until", end.toString())))
          .map(done -> after(id, words.held(id, frames.times().at(end).text())))
          .onFailure(Refusal.class)
          .recoverWithUni(no -> again(id, no, "hold", until));
    } catch (DateTimeException e) {
      return again(id, 400, form.badTime(), "hold", until);
    }
  }

  private Response after(String id, String what) {
    notices.good(what);
    return Response.seeOther(URI.create("/escalations/" + id)).build();
  }

  private Uni<Response> again(String id, Throwable failure, String act, String entered) {
    Refusal refusal = (Refusal) failure;
    return refusal.isOfNobody()
        ? Uni.createFrom().failure(refusal)
        : again(id, refusal.status(), ForeignText.plain(refusal.detail()), act, entered);
  }

  private Uni<Response> again(String id, int status, String why, String act, String entered) {
    return reading
        .page(id, new Entered(act, entered, why))
        .map(page -> Response.status(status).entity(page).build());
  }
}
