package io.meridian.console.page;

import io.meridian.console.client.Tam;
import io.meridian.console.page.ChangePage.Field;
import io.meridian.console.page.ChangePage.Wish;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.CalendarMessages;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Leave: a TAM's own, and for a manager that of anybody. */
@Path("/calendar/leave")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class LeaveResource {
  private final Entries entries;
  private final Changes changes;
  private final Roster roster;
  private final Reader reader;
  private final CalendarMessages words;

  LeaveResource(
      Entries entries, Changes changes, Roster roster, Reader reader, CalendarMessages words) {
    this.entries = entries;
    this.changes = changes;
    this.roster = roster;
    this.reader = reader;
    this.words = words;
  }

  /** What the leave would change: nothing is entered. */
  @GET
  public Uni<Response> preview(
      @QueryParam("tam") @DefaultValue("") String tam,
      @QueryParam("start") @DefaultValue("") String start,
      @QueryParam("end") @DefaultValue("") String end) {
    if (!isAllowed()) {
      return Uni.createFrom().item(Response.seeOther(URI.create("/calendar")).build());
    }
    return wish(tam, start, end)
        .chain(
            wish ->
                start.isEmpty()
                    ? Uni.createFrom().item(changes.ask(wish))
                    : entries.show(Entries.LEAVES, wish, () -> leave(tam, start, end)));
  }

  @POST
  public Uni<Response> enter(
      @FormParam("tam") @DefaultValue("") String tam,
      @FormParam("start") @DefaultValue("") String start,
      @FormParam("end") @DefaultValue("") String end,
      @FormParam("version") @DefaultValue("") String version,
      @FormParam("reason") @DefaultValue("") String reason) {
    return wish(tam, start, end)
        .chain(
            wish ->
                entries.enter(
                    Entries.LEAVES,
                    wish,
                    () -> leave(tam, start, end),
                    version,
                    reason,
                    words.entered()));
  }

  private boolean isAllowed() {
    return reader.is(Role.TAM) || reader.is(Role.MANAGER);
  }

  private Uni<Wish> wish(String tam, String start, String end) {
    return reader.is(Role.MANAGER)
        ? roster.all().map(tams -> wish(words.leaveOf(), Stream.of(whose(tams, tam)), start, end))
        : Uni.createFrom().item(wish(words.leave(), Stream.empty(), start, end));
  }

  private Field whose(List<Tam> tams, String tam) {
    return new Field("tam", words.whose(), tam, roster.options(tams, tam));
  }

  private Wish wish(String title, Stream<Field> whose, String start, String end) {
    String zone = Zones.city(reader.zone());
    return new Wish(
        title,
        Entries.PAGE.getPath(),
        List.of(),
        "/calendar/leave",
        Stream.concat(
                whose,
                Stream.of(
                    new Field("start", words.from(zone), start, List.of()),
                    new Field("end", words.until(zone), end, List.of())))
            .toList(),
        true,
        words.enter());
  }

  private Map<String, String> leave(String tam, String start, String end) {
    Map<String, String> leave = new LinkedHashMap<>();
    leave.put("tam", reader.is(Role.MANAGER) ? tam : reader.id());
    leave.put("start", Zones.instant(start, reader.zone()).toString());
    leave.put("end", Zones.instant(end, reader.zone()).toString());
    return leave;
  }
}
