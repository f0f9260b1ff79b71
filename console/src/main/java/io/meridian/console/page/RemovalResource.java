package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.CalendarEntry;
import io.meridian.console.client.CalendarService;
import io.meridian.console.page.ChangePage.Wish;
import io.meridian.console.page.Changes.Tried;
import io.meridian.console.session.Reader;
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
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes a leave or a change by hand away, if it is still the one that was looked at. */
@Path("/calendar/{list:leaves|overrides}/{id}/removal")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RemovalResource {
  private final CalendarService calendar;
  private final Changes changes;
  private final EntryLines lines;
  private final Roster roster;
  private final Reader reader;
  private final CalendarMessages words;

  RemovalResource(
      @RestClient CalendarService calendar,
      Changes changes,
      EntryLines lines,
      Roster roster,
      Reader reader,
      CalendarMessages words) {
    this.calendar = calendar;
    this.changes = changes;
    this.lines = lines;
    this.roster = roster;
    this.reader = reader;
    this.words = words;
  }

  /** What is left without it: nothing is taken away. */
  @GET
  public Uni<Response> preview(String list, String id) {
    return found(list, id).chain(found -> changes.show(found.wish(), tried(list, id, found)));
  }

  @POST
  public Uni<Response> remove(
      String list, String id, @FormParam("version") @DefaultValue("") String version) {
    return found(list, id)
        .chain(
            found ->
                changes.make(
                    found.wish(),
                    "",
                    calendar.remove(reader.bearer(), version, list, id),
                    () -> tried(list, id, found),
                    words.removed(),
                    Entries.PAGE));
  }

  /** What it is now, and its tag. */
  private record Found(Wish wish, String version) {}

  private Uni<Found> found(String list, String id) {
    return Uni.combine()
        .all()
        .unis(read(calendar.entry(reader.bearer(), list, id)), roster.all())
        .with(
            (entry, tams) ->
                new Found(wish(list, id, lines.said(entry.getEntity(), tams)), tag(entry)));
  }

  private static String tag(RestResponse<CalendarEntry> entry) {
    return String.valueOf(entry.getHeaders().getFirst(HttpHeaders.ETAG));
  }

  private Wish wish(String list, String id, ForeignText standing) {
    return new Wish(
        words.removal(),
        Entries.PAGE.getPath(),
        List.of(standing),
        EntryLines.removal(list, id),
        List.of(),
        false,
        words.remove());
  }

  private Uni<Tried> tried(String list, String id, Found found) {
    return calendar
        .tryRemoval(reader.bearer(), list, id, true)
        .map(difference -> new Tried(found.version(), difference));
  }
}
