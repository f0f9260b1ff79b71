package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;
import static io.meridian.console.client.Answers.write;

import io.meridian.console.client.CalendarService;
import io.meridian.console.client.NoAnswer;
import io.meridian.console.client.Refusal;
import io.meridian.console.client.Swap;
import io.meridian.console.page.SwapsPage.Ask;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.SwapMessages;
import io.meridian.console.time.TimeLabels;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** One TAM asks another to take a shift; whoever is asked takes it or says no. */
@Path("/calendar/swaps")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SwapResource {
  private static final int SWAPS_MAX = 100;
  private static final URI PAGE = URI.create("/calendar/swaps");

  private final CalendarService calendar;
  private final WhyReading why;
  private final Reader reader;
  private final Frames frames;
  private final Notices notices;
  private final SwapMessages words;

  SwapResource(
      @RestClient CalendarService calendar,
      WhyReading why,
      Reader reader,
      Frames frames,
      Notices notices,
      SwapMessages words) {
    this.calendar = calendar;
    this.why = why;
    this.reader = reader;
    this.frames = frames;
    this.notices = notices;
    this.words = words;
  }

  @GET
  public Uni<TemplateInstance> show() {
    Frame frame = frames.frame(words.swaps());
    return read(calendar.swaps(reader.bearer(), SWAPS_MAX))
        .map(swaps -> paint(frame, swaps.items()))
        .onFailure(NoAnswer.class)
        .recoverWithItem(() -> new SwapsPage(frame, false, List.of(), List.of()))
        .map(TemplateInstance.class::cast);
  }

  private SwapsPage paint(Frame frame, List<Swap> swaps) {
    TimeLabels times = frames.times();
    return new SwapsPage(
        frame,
        true,
        swaps.stream().filter(Swap::isOpen).map(swap -> ask(swap, times)).toList(),
        swaps.stream().filter(swap -> !swap.isOpen()).map(swap -> ask(swap, times)).toList());
  }

  private Ask ask(Swap swap, TimeLabels times) {
    boolean manager = reader.is(Role.MANAGER);
    return new Ask(
        swap.id(),
        ForeignText.plain(swap.asker().name()),
        ForeignText.plain(swap.asked().name()),
        swap.shift().region(),
        times.between(swap.shift().start(), swap.shift().end(), null),
        times.within(swap.expiresAt()),
        words.state(swap.status()),
        ForeignText.of(swap.isOpen() ? swap.reason() : swap.answer()),
        swap.isOpen() && (manager || swap.asked().id().equals(reader.id())),
        swap.isOpen() && (manager || swap.asker().id().equals(reader.id())));
  }

  @POST
  public Uni<Response> ask(
      @FormParam("shift") UUID shift,
      @FormParam("tam") @DefaultValue("") String tam,
      @FormParam("reason") @DefaultValue("") String reason) {
    Map<String, String> wish = new LinkedHashMap<>();
    wish.put("shift", shift.toString());
    wish.put("tam", tam);
    if (!reason.isBlank()) {
      wish.put("reason", reason.strip());
    }
    return write(calendar.askForSwap(reader.bearer(), wish))
        .map(swap -> done(words.asked(ForeignText.plain(swap.asked().name()))))
        .onFailure(no -> no instanceof Refusal refusal && !refusal.isOfNobody())
        .recoverWithUni(
            no ->
                why.refused(shift, ForeignText.plain(((Refusal) no).detail()))
                    .map(page -> Response.status(((Refusal) no).status()).entity(page).build()));
  }

  /** In force at once. */
  @POST
  @Path("/{id}/acceptance")
  public Uni<Response> accept(UUID id) {
    return told(calendar.acceptSwap(reader.bearer(), id), words.taken());
  }

  @POST
  @Path("/{id}/decline")
  public Uni<Response> decline(UUID id, @FormParam("reason") @DefaultValue("") String reason) {
    Map<String, String> answer = reason.isBlank() ? Map.of() : Map.of("reason", reason.strip());
    return told(calendar.endSwap(reader.bearer(), id, "decline", answer), words.declined());
  }

  @POST
  @Path("/{id}/cancellation")
  public Uni<Response> cancel(UUID id) {
    return told(calendar.endSwap(reader.bearer(), id, "cancellation", Map.of()), words.takenBack());
  }

  private Uni<Response> told(Uni<Swap> act, String text) {
    return write(act)
        .map(swap -> done(text))
        .onFailure(no -> no instanceof Refusal refusal && !refusal.isOfNobody())
        .recoverWithItem(
            no -> {
              notices.bad(ForeignText.plain(((Refusal) no).detail()));
              return Response.seeOther(PAGE).build();
            });
  }

  private Response done(String text) {
    notices.good(text);
    return Response.seeOther(PAGE).build();
  }
}
