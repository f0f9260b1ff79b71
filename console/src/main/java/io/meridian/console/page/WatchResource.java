package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;
import static io.meridian.console.client.Answers.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.meridian.console.client.CustomerService;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.NoAnswer;
import io.meridian.console.client.Refusal;
import io.meridian.console.client.Severity;
import io.meridian.console.page.WatchPage.Choice;
import io.meridian.console.page.WatchPage.Wish;
import io.meridian.console.session.Reader;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.FormMessages;
import io.meridian.console.text.WatchMessages;
import io.meridian.console.time.Zones;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What crews keep an eye on though no case is open: have it watched, confirm it, end it. */
@Path("/watch")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class WatchResource {
  private static final int CUSTOMERS_MAX = 500;
  private static final URI SHIFT = URI.create("/shift");

  private final HandoffService handoffs;
  private final CustomerService customers;
  private final Reader reader;
  private final Frames frames;
  private final Notices notices;
  private final WatchMessages words;
  private final FormMessages form;

  WatchResource(
      @RestClient HandoffService handoffs,
      @RestClient CustomerService customers,
      Reader reader,
      Frames frames,
      Notices notices,
      WatchMessages words,
      FormMessages form) {
    this.handoffs = handoffs;
    this.customers = customers;
    this.reader = reader;
    this.frames = frames;
    this.notices = notices;
    this.words = words;
    this.form = form;
  }

  @GET
  public Uni<WatchPage> show() {
    return page(frames.frame(words.add()), new Wish("", "", "", "", ""));
  }

  @POST
  public Uni<Response> add(
      @FormParam("customer") @DefaultValue("") String customer,
      @FormParam("what") @DefaultValue("") String what,
      @FormParam("whatIf") @DefaultValue("") String whatIf,
      @FormParam("from") @DefaultValue("") String from,
      @FormParam("until") @DefaultValue("") String until) {
    Wish wish = new Wish(customer, ForeignText.plain(what), ForeignText.plain(whatIf), from, until);
    Map<String, String> item = new LinkedHashMap<>();
    item.put("customerId", customer);
    item.put("what", what.strip());
    item.put("whatIf", whatIf.strip());
    try {
      if (!from.isBlank()) {
        item.put("from", instant(from));
      }
      item.put("until", instant(until));
    } catch (DateTimeException e) {
      return again(wish, 400, form.badTime());
    }
    return write(handoffs.watch(reader.bearer(), item))
        .map(made -> done(words.added()))
        .onFailure(Refusal.class)
        .recoverWithUni(no -> refused(wish, (Refusal) no));
  }

  private Uni<Response> refused(Wish wish, Refusal no) {
    return no.isOfNobody()
        ? Uni.createFrom().failure(no)
        : again(wish, no.status(), ForeignText.plain(no.detail()));
  }

  private Uni<Response> again(Wish wish, int status, String why) {
    return page(frames.refused(words.add(), why), wish)
        .map(page -> Response.status(status).entity(page).build());
  }

  private Uni<WatchPage> page(Frame frame, Wish wish) {
    return read(customers.customers(reader.bearer(), CUSTOMERS_MAX))
        .map(known -> choices(known, wish.customer()))
        .onFailure(NoAnswer.class)
        .recoverWithItem(List.of())
        .map(choices -> new WatchPage(frame, choices, Zones.city(reader.zone()), wish));
  }

  private static List<Choice> choices(JsonNode customers, String chosen) {
    return StreamSupport.stream(customers.path("items").spliterator(), false)
        .map(
            one ->
                new Choice(
                    one.path("id").asText(),
                    ForeignText.plain(one.path("name").asText()),
                    one.path("id").asText().equals(chosen)))
        .toList();
  }

  private String instant(String local) {
    return Zones.instant(local, reader.zone()).toString();
  }

  @POST
  @Path("/{id}/confirmation")
  public Uni<Response> confirm(UUID id) {
    return told(handoffs.confirmWatch(reader.bearer(), id), words.confirmed());
  }

  @POST
  @Path("/{id}/escalation")
  public Uni<Response> escalate(UUID id, @FormParam("severity") Severity severity) {
    return told(
        handoffs.escalateWatch(reader.bearer(), id, Map.of("severity", severity.name())),
        words.escalated());
  }

  @POST
  @Path("/{id}/withdrawal")
  public Uni<Response> withdraw(UUID id) {
    return told(handoffs.withdrawWatch(reader.bearer(), id), words.withdrawn());
  }

  private Uni<Response> told(Uni<?> act, String text) {
    return write(act)
        .map(done -> done(text))
        .onFailure(no -> no instanceof Refusal refusal && !refusal.isOfNobody())
        .recoverWithItem(no -> notDone((Refusal) no));
  }

  private Response done(String text) {
    notices.good(text);
    return Response.seeOther(SHIFT).build();
  }

  private Response notDone(Refusal no) {
    notices.bad(ForeignText.plain(no.detail()));
    return Response.seeOther(SHIFT).build();
  }
}
