package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.CalendarEntry;
import io.meridian.console.client.CalendarService;
import io.meridian.console.client.NoAnswer;
import io.meridian.console.client.Page;
import io.meridian.console.client.Tam;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.CalendarMessages;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Leaves and changes by hand, where they are taken away again. */
@Path("/calendar/changes")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class EntriesResource {
  /** As many as the service gives at once. */
  private static final int ENTRIES_MAX = 500;

  private final CalendarService calendar;
  private final Roster roster;
  private final EntryLines lines;
  private final Reader reader;
  private final Frames frames;
  private final CalendarMessages words;

  EntriesResource(
      @RestClient CalendarService calendar,
      Roster roster,
      EntryLines lines,
      Reader reader,
      Frames frames,
      CalendarMessages words) {
    this.calendar = calendar;
    this.roster = roster;
    this.lines = lines;
    this.reader = reader;
    this.frames = frames;
    this.words = words;
  }

  @GET
  public Uni<TemplateInstance> show() {
    Frame frame = frames.frame(words.changes());
    boolean manager = reader.is(Role.MANAGER);
    Uni<Page<CalendarEntry>> overrides =
        manager
            ? entries(Entries.OVERRIDES, null)
            : Uni.createFrom().item(new Page<>(List.of(), null));
    return Uni.combine()
        .all()
        .unis(entries(Entries.LEAVES, manager ? null : reader.id()), overrides, roster.all())
        .with((leaves, others, tams) -> paint(frame, leaves, others, tams))
        .onFailure(NoAnswer.class)
        .recoverWithItem(
            () -> new EntriesPage(frame, false, List.of(), List.of(), false, false, true))
        .map(TemplateInstance.class::cast);
  }

  private Uni<Page<CalendarEntry>> entries(String list, @Nullable String tam) {
    return read(calendar.entries(reader.bearer(), list, tam, ENTRIES_MAX));
  }

  private EntriesPage paint(
      Frame frame, Page<CalendarEntry> leaves, Page<CalendarEntry> overrides, List<Tam> tams) {
    return new EntriesPage(
        frame,
        true,
        lines.of(Entries.LEAVES, leaves.items(), tams),
        lines.of(Entries.OVERRIDES, overrides.items(), tams),
        reader.is(Role.MANAGER),
        reader.is(Role.TAM),
        leaves.nextCursor() == null && overrides.nextCursor() == null);
  }
}
