package io.meridian.console.page;

import io.meridian.console.client.CalendarService;
import io.meridian.console.page.ChangePage.Wish;
import io.meridian.console.page.Changes.Tried;
import io.meridian.console.session.Reader;
import io.meridian.console.text.FormMessages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** New entries of the lists of the calendar that people edit: leaves and overrides. */
@RequestScoped
class Entries {
  static final String LEAVES = "leaves";
  static final String OVERRIDES = "overrides";

  /** Where those that there are are listed. */
  static final URI PAGE = URI.create("/calendar/changes");

  private final CalendarService calendar;
  private final Changes changes;
  private final Reader reader;
  private final FormMessages form;

  Entries(@RestClient CalendarService calendar, Changes changes, Reader reader, FormMessages form) {
    this.calendar = calendar;
    this.changes = changes;
    this.reader = reader;
    this.form = form;
  }

  /**
   * Shows what a new one would change.
   *
   * @param entry its fields; may throw {@link DateTimeException}
   */
  Uni<Response> show(String list, Wish wish, Supplier<Map<String, String>> entry) {
    try {
      return changes.show(wish, tried(list, entry.get()));
    } catch (DateTimeException e) {
      return Uni.createFrom().item(changes.unread(wish, form.badTime()));
    }
  }

  /**
   * Enters it.
   *
   * @param version of the calendar that was shown
   * @param done what is said then
   */
  Uni<Response> enter(
      String list,
      Wish wish,
      Supplier<Map<String, String>> entry,
      String version,
      String reason,
      String done) {
    try {
      Map<String, String> tried = entry.get();
      Map<String, String> whole = new LinkedHashMap<>(tried);
      if (!reason.isBlank()) {
        whole.put("reason", reason.strip());
      }
      return changes.make(
          wish,
          reason,
          calendar.enter(reader.bearer(), version, list, whole),
          () -> tried(list, tried),
          done,
          PAGE);
    } catch (DateTimeException e) {
      return Uni.createFrom().item(changes.unread(wish, form.badTime()));
    }
  }

  private Uni<Tried> tried(String list, Map<String, String> entry) {
    return calendar.tryEntry(reader.bearer(), list, true, entry).map(Tried::whole);
  }
}
