package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;
import static io.meridian.console.client.Answers.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.console.client.CalendarService;
import io.meridian.console.client.Refusal;
import io.meridian.console.page.Changes.Tried;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.ForeignText;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The whole calendar as JSON, out and in: what another would change is shown first. */
@Path("/calendar/document")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class DocumentResource {
  private static final int CHANGED_MEANWHILE = 412;
  private static final URI CALENDAR = URI.create("/calendar");

  private final CalendarService calendar;
  private final Differences differences;
  private final Reader reader;
  private final Frames frames;
  private final Notices notices;
  private final CalendarMessages words;
  private final ObjectMapper json;

  DocumentResource(
      @RestClient CalendarService calendar,
      Differences differences,
      Reader reader,
      Frames frames,
      Notices notices,
      CalendarMessages words,
      ObjectMapper json) {
    this.calendar = calendar;
    this.differences = differences;
    this.reader = reader;
    this.frames = frames;
    this.notices = notices;
    this.words = words;
    this.json = json;
  }

  /** As it is in force, to be edited in place or kept as a file. */
  @GET
  public Uni<Response> show() {
    return reader.is(Role.MANAGER)
        ? inForce().map(text -> page(frames.frame(words.document()), 200, text, null))
        : Uni.createFrom().item(Response.seeOther(CALENDAR).build());
  }

  @GET
  @Path("/calendar.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<Response> file() {
    return inForce()
        .map(
            text ->
                Response.ok(text)
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calendar.json\"")
                    .build());
  }

  private Uni<String> inForce() {
    return read(calendar.document(reader.bearer()))
        .map(RestResponse::getEntity)
        .map(JsonNode::toPrettyString);
  }

  /** What it would change: nothing is put in force. */
  @POST
  @Path("/preview")
  public Uni<Response> preview(@FormParam("document") @DefaultValue("") String document) {
    return tried(document, 200, "");
  }

  @POST
  public Uni<Response> apply(
      @FormParam("document") @DefaultValue("") String document,
      @FormParam("version") @DefaultValue("") String version) {
    try {
      return write(calendar.apply(reader.bearer(), version, json.readTree(document)))
          .map(applied -> applied())
          .onFailure(no -> no instanceof Refusal refusal && !refusal.isOfNobody())
          .recoverWithUni(
              no ->
                  tried(
                      document,
                      ((Refusal) no).status(),
                      ((Refusal) no).status() == CHANGED_MEANWHILE
                          ? words.documentMeanwhile()
                          : ForeignText.plain(((Refusal) no).detail())));
    } catch (JsonProcessingException e) {
      return unread(document, e);
    }
  }

  private Response applied() {
    notices.good(words.applied());
    return Response.seeOther(CALENDAR).build();
  }

  private Uni<Response> tried(String document, int status, String why) {
    try {
      return write(calendar.tryDocument(reader.bearer(), true, json.readTree(document)))
          .map(
              difference ->
                  page(
                      why.isEmpty()
                          ? frames.frame(words.document())
                          : frames.refused(words.document(), why),
                      status,
                      document,
                      Tried.whole(difference)))
          .onFailure(no -> no instanceof Refusal refusal && !refusal.isOfNobody())
          .recoverWithItem(
              no ->
                  page(
                      frames.refused(words.document(), ForeignText.plain(((Refusal) no).detail())),
                      ((Refusal) no).status(),
                      document,
                      null));
    } catch (JsonProcessingException e) {
      return unread(document, e);
    }
  }

  private Uni<Response> unread(String document, JsonProcessingException e) {
    String why = words.unreadable(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    return Uni.createFrom().item(page(frames.refused(words.document(), why), 400, document, null));
  }

  private Response page(Frame frame, int status, String document, @Nullable Tried tried) {
    DocumentPage page =
        new DocumentPage(
            frame,
            document,
            tried == null ? "" : tried.version(),
            tried == null ? null : differences.ofDocument(tried.difference()));
    return Response.status(status).entity(page).build();
  }
}
