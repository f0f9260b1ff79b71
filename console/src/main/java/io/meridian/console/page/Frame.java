package io.meridian.console.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param title of the page
 * @param reader what to call the reader; null for nobody
 * @param listener as whom the page hears what happens; null when nothing is told to this reader
 * @param place what the zone is called in which they read
 * @param zone its id
 * @param entries of the menu, those of the bottom bar first
 * @param clock the house's instant and its speed
 * @param assets the addresses of scripts and styles
 * @param notice what became of what the reader did last; null for nothing
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param keys whether letters are keys
 * @param secondsToReload after which a browser without scripts loads the page anew; 0 for never
 */
public record Frame(
    String title,
    @Nullable String reader,
    @Nullable Listener listener,
    String place,
    String zone,
    List<Entry> entries,
    String clock,
    Assets assets,
    @Nullable Notice notice,
    String theme,
    boolean keys,
    int secondsToReload) {

  /**
   * Somebody to whom handoff-service tells what happens.
   *
   * @param id the subject of their token
   * @param hearsAll whether everything is told, and not only what concerns them
   */
  public record Listener(String id, boolean hearsAll) {}

  /**
   * A screen in the menu.
   *
   * @param key the letter that opens it after {@code g}
   * @param here whether it is this page
   */
  public record Entry(String href, String label, String key, boolean here) {}

  /** The entries of the bottom bar; the others are behind the last of them. */
  public List<Entry> bar() {
    return entries.subList(0, Math.min(entries.size(), Frames.BAR));
  }

  /** Those that have no room in the bottom bar. */
  public List<Entry> others() {
    return entries.subList(Math.min(entries.size(), Frames.BAR), entries.size());
  }

  /** The same page with something else to say. */
  Frame saying(Notice other) {
    return new Frame(
        title,
        reader,
        listener,
        place,
        zone,
        entries,
        clock,
        assets,
        other,
        theme,
        keys,
        secondsToReload);
  }
}
