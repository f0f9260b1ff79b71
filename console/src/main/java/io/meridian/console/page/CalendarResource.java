package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;
import static io.meridian.console.client.Answers.write;

import io.meridian.console.client.HandoffService;
import io.meridian.console.client.Refusal;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.FormMessages;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * The calendar, and a TAM's own leave: what it would change is shown first, and nothing is entered
 * until they have seen it.
 */
@Path("/calendar")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class CalendarResource {

  private final HandoffService handoffs;
  private final CalendarReading reading;
  private final LeaveViews views;
  private final Reader reader;
  private final Frames frames;
  private final Notices notices;
  private final CalendarMessages words;
  private final FormMessages form;

  CalendarResource(
      @RestClient HandoffService handoffs,
      CalendarReading reading,
      LeaveViews views,
      Reader reader,
      Frames frames,
      Notices notices,
      CalendarMessages words,
      FormMessages form) {
    this.handoffs = handoffs;
    this.reading = reading;
    this.views = views;
    this.reader = reader;
    this.frames = frames;
    this.notices = notices;
    this.words = words;
    this.form = form;
  }

  @GET
  public Uni<TemplateInstance> show(
      @QueryParam("month") @Nullable String month, @QueryParam("region") @Nullable String region) {
    return reading.page(month(month), region).map(TemplateInstance.class::cast);
  }

  private static @Nullable YearMonth month(@Nullable String text) {
    try {
      return text == null ? null : YearMonth.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  @GET
  @Path("/shifts/{id}")
  public Uni<TemplateInstance> why(UUID id) {
    return read(handoffs.explanation(reader.bearer(), id))
        .map(
            one ->
                new FactsPage(
                    frames.frame(words.why()),
                    "/calendar",
                    words.calendar(),
                    List.of(),
                    new Facts(frames.times()).of(one),
                    null));
  }

  /** What the leave would change: nothing is entered. */
  @GET
  @Path("/leave")
  public Uni<Response> preview(
      @QueryParam("start") @DefaultValue("") String start,
      @QueryParam("end") @DefaultValue("") String end) {
    if (!reader.is(Role.TAM)) {
      return Uni.createFrom().item(Response.seeOther(URI.create("/calendar")).build());
    }
    return page(start, end, "", 200, "");
  }

  @POST
  @Path("/leave")
  public Uni<Response> enter(
      @FormParam("start") @DefaultValue("") String start,
      @FormParam("end") @DefaultValue("") String end,
      @FormParam("reason") @DefaultValue("") String reason) {
    try {
      Map<String, String> leave = leave(start, end);
      if (!reason.isBlank()) {
        leave.put("reason", reason.strip());
      }
      return write(handoffs.enterLeave(reader.bearer(), leave))
          .map(done -> entered())
          .onFailure(Refusal.class)
          .recoverWithUni(no -> refused(start, end, reason, (Refusal) no));
    } catch (DateTimeException e) {
      return Uni.createFrom().item(unread(start, end));
    }
  }

  private Response entered() {
    notices.good(words.entered());
    return Response.seeOther(URI.create("/calendar")).build();
  }

  private Uni<Response> refused(String start, String end, String reason, Refusal no) {
    return no.isOfNobody()
        ? Uni.createFrom().failure(no)
        : page(start, end, reason, no.status(), ForeignText.plain(no.detail()));
  }

  private Uni<Response> page(String start, String end, String reason, int status, String why) {
    try {
      return read(handoffs.tryLeave(reader.bearer(), true, leave(start, end)))
          .map(difference -> views.page(start, end, reason, why, difference))
          .map(page -> Response.status(status).entity(page).build())
          .onFailure(Refusal.class)
          .recoverWithItem(
              no ->
                  Response.status(((Refusal) no).status())
                      .entity(views.unread(start, end, ForeignText.plain(no.getMessage())))
                      .build());
    } catch (DateTimeException e) {
      return Uni.createFrom().item(unread(start, end));
    }
  }

  private Response unread(String start, String end) {
    return Response.status(400).entity(views.unread(start, end, form.badTime())).build();
  }

  private Map<String, String> leave(String start, String end) {
    Map<String, String> leave = new LinkedHashMap<>();
    leave.put("tam", reader.id());
    leave.put("start", Zones.instant(start, reader.zone()).toString());
    leave.put("end", Zones.instant(end, reader.zone()).toString());
    return leave;
  }
}
