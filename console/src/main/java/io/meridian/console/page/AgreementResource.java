package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;
import static io.meridian.console.client.Answers.write;

import io.meridian.console.client.Agreement;
import io.meridian.console.client.CalendarDifference.Gap;
import io.meridian.console.client.CalendarService;
import io.meridian.console.client.Page;
import io.meridian.console.client.Refusal;
import io.meridian.console.page.AgreementPage.Agreed;
import io.meridian.console.page.ChangePage.Hole;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.CoverageMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.FormMessages;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * A manager agrees that nobody need be on duty for a while, and sees first which holes that are.
 */
@Path("/coverage/agreements")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class AgreementResource {
  private static final int ITEMS_MAX = 500;
  private static final URI PAGE = URI.create("/coverage/agreements");

  private final CalendarService calendar;
  private final Differences differences;
  private final Reader reader;
  private final Frames frames;
  private final Notices notices;
  private final CoverageMessages words;
  private final FormMessages form;

  AgreementResource(
      @RestClient CalendarService calendar,
      Differences differences,
      Reader reader,
      Frames frames,
      Notices notices,
      CoverageMessages words,
      FormMessages form) {
    this.calendar = calendar;
    this.differences = differences;
    this.reader = reader;
    this.frames = frames;
    this.notices = notices;
    this.words = words;
    this.form = form;
  }

  /** What is asked for, as written. */
  private record Written(String from, String until, String why) {}

  /** Which holes an agreement would be about: nothing is agreed to. */
  @GET
  public Uni<Response> preview(
      @QueryParam("from") @DefaultValue("") String from,
      @QueryParam("until") @DefaultValue("") String until) {
    return page(new Written(from, until, ""), 200, "");
  }

  @POST
  public Uni<Response> agree(
      @FormParam("from") @DefaultValue("") String from,
      @FormParam("until") @DefaultValue("") String until,
      @FormParam("why") @DefaultValue("") String why) {
    Written written = new Written(from, until, ForeignText.plain(why));
    try {
      Map<String, String> agreement =
          Map.of("from", instant(from), "until", instant(until), "why", why.strip());
      return write(calendar.agree(reader.bearer(), agreement))
          .map(made -> done(words.agreementMade()))
          .onFailure(no -> no instanceof Refusal refusal && !refusal.isOfNobody())
          .recoverWithUni(
              no ->
                  page(
                      written,
                      ((Refusal) no).status(),
                      ForeignText.plain(((Refusal) no).detail())));
    } catch (DateTimeException e) {
      return page(written, 400, form.badTime());
    }
  }

  /** It counts no longer. */
  @POST
  @Path("/{id}/end")
  public Uni<Response> end(UUID id) {
    return write(calendar.endAgreement(reader.bearer(), id))
        .map(ended -> done(words.agreementEnded()))
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

  private String instant(String wall) {
    return Zones.instant(wall, reader.zone()).toString();
  }

  private Uni<Response> page(Written written, int status, String why) {
    String now = frames.times().now().toString();
    Uni<Page<Agreement>> agreed = read(calendar.agreements(reader.bearer(), now, ITEMS_MAX));
    if (written.from().isEmpty()) {
      return agreed.map(all -> answer(written, null, all, status, why));
    }
    try {
      Uni<Page<Gap>> gaps =
          read(
              calendar.gaps(
                  reader.bearer(),
                  "rules",
                  instant(written.from()),
                  instant(written.until()),
                  ITEMS_MAX));
      return Uni.combine()
          .all()
          .unis(gaps, agreed)
          .with((holes, all) -> answer(written, differences.holes(holes.items()), all, status, why))
          .onFailure(no -> no instanceof Refusal refusal && !refusal.isOfNobody())
          .recoverWithUni(
              no ->
                  agreed.map(
                      all -> {
                        Refusal refusal = (Refusal) no;
                        String detail = ForeignText.plain(refusal.detail());
                        return answer(written, null, all, refusal.status(), detail);
                      }));
    } catch (DateTimeException e) {
      return agreed.map(all -> answer(written, null, all, 400, form.badTime()));
    }
  }

  private Response answer(
      Written written, @Nullable List<Hole> holes, Page<Agreement> all, int status, String why) {
    TimeLabels times = frames.times();
    AgreementPage page =
        new AgreementPage(
            why.isEmpty()
                ? frames.frame(words.agreements())
                : frames.refused(words.agreements(), why),
            reader.is(Role.MANAGER),
            written.from(),
            written.until(),
            written.why(),
            Zones.city(reader.zone()),
            holes,
            all.items().stream()
                .map(
                    one ->
                        new Agreed(
                            one.id(),
                            times.at(one.from()),
                            times.at(one.until()),
                            ForeignText.of(one.why()),
                            ForeignText.plain(one.by())))
                .toList());
    return Response.status(status).entity(page).build();
  }
}
