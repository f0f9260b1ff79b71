package io.meridian.console.page;

import io.meridian.console.client.CalendarEntry;
import io.meridian.console.client.Tam;
import io.meridian.console.page.EntriesPage.Entry;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabels;
import jakarta.enterprise.context.RequestScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves and changes by hand in words. */
@RequestScoped
class EntryLines {
  private final Frames frames;
  private final CalendarMessages words;

  EntryLines(Frames frames, CalendarMessages words) {
    this.frames = frames;
    this.words = words;
  }

  /** Those that are not over, the soonest first. */
  List<Entry> of(String list, List<CalendarEntry> entries, List<Tam> tams) {
    TimeLabels times = frames.times();
    return entries.stream()
        .filter(entry -> entry.end().isAfter(times.now()))
        .sorted(Comparator.comparing(CalendarEntry::start))
        .map(
            entry ->
                new Entry(
                    who(entry, tams),
                    times.at(entry.start()),
                    times.at(entry.end()),
                    ForeignText.of(entry.reason()),
                    removal(list, entry.id())))
        .toList();
  }

  /** Where one is taken away. */
  static String removal(String list, String id) {
    return "/calendar/"
        + list
        + "/"
        + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20")
        + "/removal";
  }

  /** One of them, in a line. */
  ForeignText said(@Nullable CalendarEntry entry, List<Tam> tams) {
    if (entry == null) {
      return ForeignText.NONE;
    }
    TimeLabels times = frames.times();
    String stretch = words.stretch(times.at(entry.start()).text(), times.at(entry.end()).text());
    String reason = entry.reason() == null ? "" : " · " + entry.reason();
    return ForeignText.of(who(entry, tams) + " · " + stretch + reason);
  }

  private String who(CalendarEntry entry, List<Tam> tams) {
    if (entry.replace() != null) {
      return words.replaces(Roster.name(tams, entry.by()), Roster.name(tams, entry.replace()));
    }
    if (entry.add() != null) {
      return words.adds(Roster.name(tams, entry.add()));
    }
    return entry.remove() == null
        ? words.onLeave(Roster.name(tams, entry.tam()))
        : words.takesOff(Roster.name(tams, entry.remove()));
  }
}
