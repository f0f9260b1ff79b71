package io.meridian.local.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.Function;

/** A difference between two calendars, for people. */
public final class DifferencePrint {

  private static final int LINES_MAX = 40;

  private final PrintWriter out;

  public DifferencePrint(PrintWriter out) {
    this.out = out;
  }

  /** Prints what an answer to {@code dryRun=true} says. */
  public void print(JsonNode difference) {
    out.printf(
        "Against revision %s, from %s to %s%n",
        difference.path("revision").asText(),
        difference.path("from").asText(),
        difference.path("to").asText());
    JsonNode entries = difference.path("entries");
    if (entries.isEmpty()) {
      out.println("No change.");
    }
    list("", entries, DifferencePrint::entry);
    JsonNode shifts = difference.path("shifts");
    JsonNode counts = shifts.path("counts");
    out.printf(
        "Shifts: %d added, %d removed, %d reassigned%n",
        counts.path("added").asInt(),
        counts.path("removed").asInt(),
        counts.path("reassigned").asInt());
    list("+ ", shifts.path("added"), DifferencePrint::shift);
    list("- ", shifts.path("removed"), DifferencePrint::shift);
    list(
        "~ ",
        shifts.path("reassigned"),
        pair -> shift(pair.path("before")) + " -> " + people(pair.path("after")));
    JsonNode gaps = difference.path("gaps");
    out.printf(
        "Gaps: %d created, %d healed; the result has %d, together %s%n",
        gaps.path("created").size(),
        gaps.path("healed").size(),
        gaps.path("result").path("count").asInt(),
        gaps.path("result").path("total").asText("PT0S"));
    list("+ ", gaps.path("created"), DifferencePrint::gap);
    list("- ", gaps.path("healed"), DifferencePrint::gap);
    JsonNode warnings = difference.path("warnings");
    if (!warnings.isEmpty()) {
      out.printf("Warnings: %d%n", warnings.size());
      list("! ", warnings, DifferencePrint::warning);
    }
    out.flush();
  }

  private void list(String mark, JsonNode items, Function<JsonNode, String> words) {
    int shown = 0;
    for (JsonNode item : items) {
      if (++shown > LINES_MAX) {
        out.printf("  … and %d more%n", items.size() - LINES_MAX);
        return;
      }
      out.println("  " + mark + words.apply(item));
    }
  }

  private static String entry(JsonNode entry) {
    String mark =
        switch (entry.path("change").asText()) {
          case "ADDED" -> "+";
          case "REMOVED" -> "-";
          default -> "~";
        };
    return mark + " " + entry.path("list").asText() + " " + entry.path("id").asText();
  }

  private static String shift(JsonNode shift) {
    return "%s %s to %s (%s %s) %s"
        .formatted(
            shift.path("region").asText(),
            shift.path("start").asText(),
            shift.path("end").asText(),
            shift.path("localStart").asText(),
            shift.path("zone").asText(),
            people(shift));
  }

  private static String people(JsonNode shift) {
    String primary = shift.path("primary").path("name").asText("nobody");
    String secondary = shift.path("secondary").path("name").asText("");
    return secondary.isEmpty() ? primary : primary + ", " + secondary;
  }

  private static String gap(JsonNode gap) {
    return "%s to %s %s"
        .formatted(
            gap.path("start").asText(), gap.path("end").asText(), gap.path("cause").asText());
  }

  private static String warning(JsonNode warning) {
    int count = warning.path("count").asInt();
    return "%s %s%s"
        .formatted(
            warning.path("kind").asText(),
            warning.path("detail").asText(),
            count > 1 ? " (" + count + " times)" : "");
  }
}
