package io.meridian.local.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.meridian.local.client.Answer;
import io.meridian.local.client.Api;
import io.meridian.local.stack.StackRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The calendar in force, as one caller may see and replace it. */
public final class RemoteCalendar {

  private static final String CALENDAR = "/calendar";

  private final Api api;

  public RemoteCalendar(Api api) {
    this.api = api;
  }

  /** The calendar in force with its tag. */
  public Answer inForce() {
    Answer answer = api.get(CALENDAR);
    answer.orRefuse("GET /calendar");
    return answer;
  }

  /**
   * What would become of the calendar in force.
   *
   * @param name the file's, for refusals
   */
  public JsonNode difference(String name, ObjectNode calendar) {
    return checked(name, calendar, api.put(CALENDAR + "?dryRun=true", calendar, Map.of()));
  }

  /**
   * Puts a calendar in force in place of the one that the tag names.
   *
   * @return the tag of the calendar in force
   */
  public String apply(String name, ObjectNode calendar, String etag) {
    Answer answer = api.put(CALENDAR, calendar, Map.of("If-Match", etag));
    if (answer.status() == 412) {
      throw new StackRefusal(
          "somebody else changed the calendar meanwhile (it is "
              + answer.etag()
              + " now): diff"
              + " again");
    }
    checked(name, calendar, answer);
    return answer.etag();
  }

  private static JsonNode checked(String name, ObjectNode calendar, Answer answer) {
    JsonNode errors = answer.body().path("errors");
    if (answer.isOk() || errors.isEmpty()) {
      return answer.orRefuse("PUT /calendar");
    }
    List<String> lines = new ArrayList<>();
    for (JsonNode error : errors) {
      lines.add(
          "%s: %s: %s (%s)"
              .formatted(
                  name,
                  YamlPath.of(error.path("pointer").asText(), calendar),
                  error.path("detail").asText(),
                  error.path("code").asText()));
    }
    throw new CalendarRefusal(lines);
  }
}
