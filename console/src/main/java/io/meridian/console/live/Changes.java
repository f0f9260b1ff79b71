package io.meridian.console.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which names a piece of news has on the pages. */
final class Changes {
  /** Everything: too much was missed to say what. */
  static final String ALL = "*";

  private static final String OWN = "shift";
  private static final String HOUSE = "board";

  private Changes() {}

  /**
   * The names of what changed, with a space between; none of the data goes further.
   *
   * @param event its name, e.g. {@code handoff.offered}
   * @param data the resource that it is about
   */
  static String of(String event, @Nullable JsonNode data) {
    if (event.equals("ready") || event.equals("reset")) {
      return ALL;
    }
    List<String> names = new ArrayList<>();
    if (event.startsWith("handoff.") || event.equals("deadline")) {
      add(names, "handoff/", data, "id");
      add(names, "escalation/", data, "escalation");
    } else {
      add(names, "escalation/", data, "escalationId");
    }
    names.add(OWN);
    names.add(HOUSE);
    return String.join(" ", names);
  }

  private static void add(List<String> names, String kind, @Nullable JsonNode data, String field) {
    String id = data == null ? "" : data.path(field).asText("");
    if (id.matches("[A-Za-z0-9-]{1,64}")) {
      names.add(kind + id);
    }
  }
}
