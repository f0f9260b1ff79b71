package io.meridian.console.page;

import io.meridian.console.page.Frame.Entry;
import io.meridian.console.page.Frame.Listener;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.Messages;
import io.meridian.console.time.HouseClock;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the frame of a page, for its reader. */
@RequestScoped
public class Frames {
  /** The cookie that keeps the picked theme. */
  public static final String THEME_COOKIE = "theme";

  /** The cookie that keeps whether letters are keys. */
  public static final String KEYS_COOKIE = "keys";

  /** How many entries the bottom bar has beside the last, which opens the others. */
  static final int BAR = 3;

  private static final String SHIFT = "/shift";
  private static final String BOARD = "/board";
  private static final String ESCALATIONS = "/escalations";
  private static final String INTEGRATIONS = "/integrations";
  private static final String ME = "/me";

  private static final Set<String> THEMES = Set.of("light", "dark");

  private final Reader reader;
  private final Messages messages;
  private final HouseClock clock;
  private final Assets assets;
  private final Notices notices;
  private final HttpServerRequest request;

  Frames(
      Reader reader,
      Messages messages,
      HouseClock clock,
      Assets assets,
      Notices notices,
      HttpServerRequest request) {
    this.reader = reader;
    this.messages = messages;
    this.clock = clock;
    this.assets = assets;
    this.notices = notices;
    this.request = request;
  }

  /** The frame of a page of this title. */
  public Frame frame(String title) {
    return frame(title, 0);
  }

  /** The same for a page that a browser without scripts loads anew after so many seconds. */
  public Frame frame(String title, int secondsToReload) {
    return new Frame(
        title,
        reader.name(),
        listener(),
        Zones.city(reader.zone()),
        Zones.id(reader.zone()),
        entries(),
        clock.forPages(),
        assets,
        notices.take(),
        theme(),
        keys(),
        secondsToReload);
  }

  /** The same with something to say of what was just refused. */
  public Frame refused(String title, String why) {
    return frame(title, 0).saying(new Notice(why, true));
  }

  /** The frame of a page for whoever comes, logged in or not. */
  public Frame outside(String title) {
    return new Frame(
        title,
        null,
        null,
        "UTC",
        "UTC",
        List.of(),
        clock.forPages(),
        assets,
        notices.take(),
        theme(),
        keys(),
        0);
  }

  /** Times as this reader sees them now. */
  public TimeLabels times() {
    return new TimeLabels(messages, reader.zone(), clock.instant());
  }

  /** Where this reader begins. */
  public String home() {
    if (reader.is(Role.TAM)) {
      return SHIFT;
    }
    if (reader.seesTheHouse()) {
      return BOARD;
    }
    if (reader.is(Role.OBSERVER)) {
      return ESCALATIONS;
    }
    return reader.is(Role.ADMIN) ? INTEGRATIONS : ME;
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    if (reader.is(Role.TAM)) {
      entries.add(entry(SHIFT, messages.shift(), "s"));
    }
    if (reader.seesTheHouse() || reader.is(Role.OBSERVER)) {
      entries.add(entry(ESCALATIONS, messages.escalations(), "e"));
    }
    if (reader.seesTheHouse()) {
      entries.add(entry(BOARD, messages.board(), "b"));
      entries.add(entry("/calendar", messages.calendar(), "c"));
      entries.add(entry("/coverage", messages.coverage(), "v"));
    }
    if (reader.seesTheHouse() || reader.is(Role.OBSERVER)) {
      entries.add(entry("/customers", messages.customers(), "u"));
    }
    if (reader.is(Role.ADMIN)) {
      entries.add(entry(INTEGRATIONS, messages.integrations(), "i"));
    }
    if (reader.seesTheHouse() || reader.is(Role.ADMIN)) {
      entries.add(entry("/notifications", messages.notifications(), "n"));
    }
    entries.add(entry(ME, messages.me(), "m"));
    return entries;
  }

  private @Nullable Listener listener() {
    boolean hearsAll = reader.is(Role.MANAGER) || reader.is(Role.AUDITOR);
    return hearsAll || reader.is(Role.TAM) ? new Listener(reader.id(), hearsAll) : null;
  }

  private Entry entry(String href, String label, String key) {
    return new Entry(href, label, key, String.valueOf(request.path()).startsWith(href));
  }

  private boolean keys() {
    @Nullable Cookie cookie = request.getCookie(KEYS_COOKIE);
    return cookie == null || !cookie.getValue().equals("off");
  }

  private String theme() {
    @Nullable Cookie cookie = request.getCookie(THEME_COOKIE);
    return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : "system";
  }
}
