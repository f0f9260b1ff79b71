package io.meridian.console.page;

import static io.meridian.console.client.Answers.write;

import io.meridian.console.client.HandoffService;
import io.meridian.console.client.Refusal;
import io.meridian.console.session.Reader;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.WatchMessages;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What a crew leaves to the one that takes over; what is refused comes back with its words. */
@Path("/shift-changes/{id}/note")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class NoteResource {

  private final HandoffService handoffs;
  private final ShiftReading reading;
  private final Reader reader;
  private final Notices notices;
  private final WatchMessages words;

  NoteResource(
      @RestClient HandoffService handoffs,
      ShiftReading reading,
      Reader reader,
      Notices notices,
      WatchMessages words) {
    this.handoffs = handoffs;
    this.reading = reading;
    this.reader = reader;
    this.notices = notices;
    this.words = words;
  }

  @POST
  public Uni<Response> save(
      UUID id,
      @FormParam("version") @DefaultValue("0") long version,
      @FormParam("text") @DefaultValue("") String text) {
    String mark = "\"" + version + "\"";
    return write(handoffs.note(reader.bearer(), mark, id, Map.of("text", text.strip())))
        .map(note -> saved())
        .onFailure(Refusal.class)
        .recoverWithUni(no -> refused((Refusal) no, text));
  }

  private Response saved() {
    notices.good(words.noteSaved());
    return Response.seeOther(URI.create("/shift")).build();
  }

  private Uni<Response> refused(Refusal no, String text) {
    return no.isOfNobody()
        ? Uni.createFrom().failure(no)
        : reading
            .refused(ForeignText.plain(no.detail()), text)
            .map(page -> Response.status(no.status()).entity(page).build());
  }
}
