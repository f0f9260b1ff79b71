package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;
import static io.meridian.console.client.Answers.write;

import io.meridian.console.client.Acceptance;
import io.meridian.console.client.Handoff;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.Refusal;
import io.meridian.console.page.HandoffPage.Entered;
import io.meridian.console.session.Reader;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.HandoffMessages;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * How a handoff is answered: each form comes here, and what is refused comes back with its words.
 */
@Path("/handoffs/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class AnswerResource {
  private static final String SHIFT = "/shift";

  private final HandoffService handoffs;
  private final HandoffViews views;
  private final Frames frames;
  private final Notices notices;
  private final HandoffMessages messages;
  private final Reader reader;

  AnswerResource(
      @RestClient HandoffService handoffs,
      HandoffViews views,
      Frames frames,
      Notices notices,
      HandoffMessages messages,
      Reader reader) {
    this.handoffs = handoffs;
    this.views = views;
    this.frames = frames;
    this.notices = notices;
    this.messages = messages;
    this.reader = reader;
  }

  @POST
  @Path("/acceptance")
  public Uni<Response> accept(
      UUID id,
      @FormParam("readBack") @Nullable String readBack,
      @FormParam("chosen") @Nullable String chosen,
      @FormParam("takes") List<String> takes) {
    String words = readBack == null || readBack.isBlank() ? null : readBack;
    List<String> taken = chosen == null ? null : takes.stream().map(AnswerResource::line).toList();
    return write(handoffs.accept(reader.bearer(), id, new Acceptance(words, taken)))
        .map(handoff -> after(this::yours, handoff, SHIFT))
        .onFailure(Refusal.class)
        .recoverWithUni(no -> again(id, no, "accept", "/readBack", readBack));
  }

  @POST
  @Path("/decline")
  public Uni<Response> decline(UUID id, @FormParam("reason") @DefaultValue("") String reason) {
    return write(handoffs.decline(reader.bearer(), id, Map.of("reason", reason)))
        .map(handoff -> after(one -> messages.declined(one.escalation()), handoff, SHIFT))
        .onFailure(Refusal.class)
        .recoverWithUni(no -> again(id, no, "decline", "/reason", reason));
  }

  @POST
  @Path("/question")
  public Uni<Response> ask(UUID id, @FormParam("question") @DefaultValue("") String question) {
    return write(handoffs.ask(reader.bearer(), id, Map.of("question", question)))
        .map(handoff -> after(one -> messages.asked(views.outgoing(one)), handoff, here(id)))
        .onFailure(Refusal.class)
        .recoverWithUni(no -> again(id, no, "ask", "/question", question));
  }

  @POST
  @Path("/question/{number}")
  public Uni<Response> answer(
      UUID id, int number, @FormParam("answer") @DefaultValue("") String answer) {
    return write(handoffs.answer(reader.bearer(), id, number, Map.of("answer", answer)))
        .map(handoff -> after(one -> messages.answered(), handoff, here(id)))
        .onFailure(Refusal.class)
        .recoverWithUni(no -> again(id, no, "answer" + number, "/answer", answer));
  }

  @POST
  @Path("/assignment")
  public Uni<Response> assign(
      UUID id,
      @FormParam("tam") @DefaultValue("") String tam,
      @FormParam("reason") @DefaultValue("") String reason,
      @FormParam("from") @DefaultValue("") String from) {
    String next = from.equals("board") ? "/board" : here(id);
    return write(handoffs.assign(reader.bearer(), id, Map.of("tam", tam.strip(), "reason", reason)))
        .map(handoff -> after(one -> messages.assigned(one.escalation()), handoff, next))
        .onFailure(Refusal.class)
        .recoverWithUni(no -> again(id, no, "assign", "/tam", tam));
  }

  private String yours(Handoff handoff) {
    return messages.yours(
        handoff.escalation(),
        frames.times().at(handoff.effectiveFrom()).text(),
        views.outgoing(handoff));
  }

  private Response after(Function<Handoff, String> words, Handoff handoff, String next) {
    notices.good(words.apply(handoff));
    return Response.seeOther(URI.create(next)).build();
  }

  private static String here(UUID id) {
    return "/handoffs/" + id;
  }

  /** The page as it stands now, with what was written and why it was not taken. */
  private Uni<Response> again(
      UUID id, Throwable failure, String act, String place, @Nullable String words) {
    Refusal refusal = (Refusal) failure;
    if (refusal.isOfNobody()) {
      return Uni.createFrom().failure(refusal);
    }
    String why = ForeignText.plain(refusal.detail());
    String fault = refusal.at(place);
    Entered entered =
        new Entered(
            act, words == null ? "" : words, fault == null ? why : ForeignText.plain(fault));
    return read(handoffs.handoff(reader.bearer(), id))
        .chain(handoff -> views.refused(handoff, why, entered))
        .map(page -> Response.status(refusal.status()).entity(page).build());
  }

  /** As it was before a browser gave its lines another end. */
  private static String line(String text) {
    return text.replace("\r\n", "\n");
  }
}
