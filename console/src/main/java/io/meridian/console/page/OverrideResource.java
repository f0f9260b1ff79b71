package io.meridian.console.page;

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

/** A manager puts somebody else on, or takes somebody off, or adds one. */
@Path("/calendar/override")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class OverrideResource {
  private final Entries entries;
  private final Changes changes;
  private final Roster roster;
  private final Reader reader;
  private final CalendarMessages words;

  OverrideResource(
      Entries entries, Changes changes, Roster roster, Reader reader, CalendarMessages words) {
    this.entries = entries;
    this.changes = changes;
    this.roster = roster;
    this.reader = reader;
    this.words = words;
  }

  /**
   * What it would change: nothing is entered.
   *
   * @param replace who goes; empty for nobody
   * @param by who comes; empty for nobody
   */
  @GET
  public Uni<Response> preview(
      @QueryParam("replace") @DefaultValue("") String replace,
      @QueryParam("by") @DefaultValue("") String by,
      @QueryParam("start") @DefaultValue("") String start,
      @QueryParam("end") @DefaultValue("") String end) {
    if (!reader.is(Role.MANAGER)) {
      return Uni.createFrom().item(Response.seeOther(URI.create("/calendar")).build());
    }
    return wish(replace, by, start, end)
        .chain(
            wish ->
                start.isEmpty()
                    ? Uni.createFrom().item(changes.ask(wish))
                    : entries.show(
                        Entries.OVERRIDES, wish, () -> override(replace, by, start, end)));
  }

  @POST
  public Uni<Response> enter(
      @FormParam("replace") @DefaultValue("") String replace,
      @FormParam("by") @DefaultValue("") String by,
      @FormParam("start") @DefaultValue("") String start,
      @FormParam("end") @DefaultValue("") String end,
      @FormParam("version") @DefaultValue("") String version,
      @FormParam("reason") @DefaultValue("") String reason) {
    return wish(replace, by, start, end)
        .chain(
            wish ->
                entries.enter(
                    Entries.OVERRIDES,
                    wish,
                    () -> override(replace, by, start, end),
                    version,
                    reason,
                    words.overrideEntered()));
  }

  private Uni<Wish> wish(String replace, String by, String start, String end) {
    String zone = Zones.city(reader.zone());
    return roster
        .all()
        .map(
            tams ->
                new Wish(
                    words.override(),
                    Entries.PAGE.getPath(),
                    List.of(),
                    "/calendar/override",
                    List.of(
                        new Field(
                            "replace",
                            words.goes(),
                            replace,
                            roster.optionsOrNobody(tams, replace)),
                        new Field("by", words.comes(), by, roster.optionsOrNobody(tams, by)),
                        new Field("start", words.from(zone), start, List.of()),
                        new Field("end", words.until(zone), end, List.of())),
                    true,
                    words.enter()));
  }

  private Map<String, String> override(String replace, String by, String start, String end) {
    Map<String, String> override = new LinkedHashMap<>();
    if (by.isEmpty()) {
      override.put("remove", replace);
    } else if (replace.isEmpty()) {
      override.put("add", by);
    } else {
      override.put("replace", replace);
      override.put("by", by);
    }
    override.put("start", Zones.instant(start, reader.zone()).toString());
    override.put("end", Zones.instant(end, reader.zone()).toString());
    return override;
  }
}
