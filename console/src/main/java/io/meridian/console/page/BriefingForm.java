package io.meridian.console.page;

import io.meridian.console.client.Briefing;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.Zones;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words of a briefing as a form holds them: each field as text, so that two versions can be
 * laid side by side.
 *
 * @param fields by their names in the API; lists have a line each
 */
record BriefingForm(Map<String, String> fields) {
  static final String REASON = "severityReason";
  static final String SUMMARY = "summary";
  static final String CONTACT = "lastContact";
  static final String MOOD = "mood";
  static final String ACTIONS = "actions";
  static final String PROMISES = "promises";
  static final String RISKS = "risks";
  static final String HYPOTHESES = "hypotheses";
  static final String LINKS = "links";

  /** In the order of I-PASS. */
  static final List<String> ORDER =
      List.of(REASON, SUMMARY, CONTACT, MOOD, ACTIONS, PROMISES, RISKS, HYPOTHESES, LINKS);

  /** Stands between the parts of a line; no text field of a browser makes one. */
  private static final String PART = "\t";

  private static final String RULED_OUT = "-";

  BriefingForm {
    Map<String, String> kept = new TreeMap<>();
    fields.forEach((field, text) -> kept.put(field, asSent(text)));
    fields = kept;
  }

  /** As a browser would send it again: nothing at its end, and one end of line. */
  private static String asSent(String text) {
    return text.replace("\r\n", "\n").replaceAll("[ \n]+$", "");
  }

  /** A text of it. */
  public String text(String field) {
    return fields.getOrDefault(field, "");
  }

  /** As the words stand, in this zone. */
  static BriefingForm of(Briefing.Words words, ZoneId zone) {
    Map<String, String> fields = new TreeMap<>();
    fields.put(REASON, orEmpty(words.severityReason()));
    fields.put(SUMMARY, orEmpty(words.summary()));
    Briefing.Contact contact = words.lastContact();
    fields.put(
        CONTACT,
        contact == null ? "" : line(wall(contact.at(), zone), contact.by(), contact.text()));
    fields.put(MOOD, orEmpty(words.mood()));
    fields.put(
        ACTIONS,
        lines(
            words.actions().stream()
                .map(one -> line(one.text(), orEmpty(one.owner()), wall(one.due(), zone)))
                .toList()));
    fields.put(
        PROMISES,
        lines(
            words.promises().stream()
                .map(one -> line(one.text(), wall(one.due(), zone)))
                .toList()));
    fields.put(RISKS, lines(words.risks()));
    fields.put(
        HYPOTHESES,
        lines(
            words.hypotheses().stream()
                .map(one -> one.ruledOut() ? RULED_OUT + one.text() : one.text())
                .toList()));
    fields.put(LINKS, lines(words.links()));
    return new BriefingForm(fields);
  }

  /**
   * What PATCH takes for one field.
   *
   * @throws DateTimeParseException for a date and time that is none
   */
  Object value(String field, ZoneId zone) {
    return switch (field) {
      case REASON, SUMMARY, MOOD -> text(field).strip();
      case CONTACT -> contact(parts(text(field), 3), zone);
      case ACTIONS -> rows(field).stream().map(row -> action(parts(row, 3), zone)).toList();
      case PROMISES -> rows(field).stream().map(row -> promise(parts(row, 2), zone)).toList();
      case RISKS, LINKS -> rows(field).stream().map(String::strip).toList();
      case HYPOTHESES -> rows(field).stream().map(BriefingForm::hypothesis).toList();
      default -> throw new IllegalArgumentException(field);
    };
  }

  /** The lines of a list that hold anything. */
  List<String> rows(String field) {
    return text(field).lines().filter(row -> !row.isBlank()).toList();
  }

  /** The parts of a line, as many as wanted. */
  static List<String> parts(String row, int count) {
    List<String> parts = new ArrayList<>(Arrays.asList(row.split(PART, count)));
    while (parts.size() < count) {
      parts.add("");
    }
    return parts;
  }

  /** A line of these parts; empty when they all are. */
  static String line(String... parts) {
    return Arrays.stream(parts).allMatch(String::isBlank)
        ? ""
        : String.join(PART, Arrays.stream(parts).map(BriefingForm::oneLine).toList());
  }

  /** These lines, without the empty ones. */
  static String lines(List<String> rows) {
    return String.join("\n", rows.stream().filter(row -> !row.isBlank()).toList());
  }

  /** The text of a field as it is laid beside another version. */
  ForeignText shown(String field) {
    return ForeignText.of(text(field).replace(PART, " · "));
  }

  private static Map<String, Object> contact(List<String> parts, ZoneId zone) {
    Map<String, Object> contact = new LinkedHashMap<>();
    contact.put("at", Zones.instant(parts.get(0).strip(), zone).toString());
    contact.put("by", parts.get(1).strip());
    contact.put("text", parts.get(2).strip());
    return contact;
  }

  private static Map<String, Object> action(List<String> parts, ZoneId zone) {
    Map<String, Object> action = promise(List.of(parts.get(0), parts.get(2)), zone);
    if (!parts.get(1).isBlank()) {
      action.put("owner", parts.get(1).strip());
    }
    return action;
  }

  private static Map<String, Object> promise(List<String> parts, ZoneId zone) {
    Map<String, Object> promise = new LinkedHashMap<>();
    promise.put("text", parts.get(0).strip());
    if (!parts.get(1).isBlank()) {
      promise.put("due", Zones.instant(parts.get(1).strip(), zone).toString());
    }
    return promise;
  }

  private static Map<String, Object> hypothesis(String row) {
    String text = row.strip();
    boolean out = text.startsWith(RULED_OUT);
    return Map.of("text", (out ? text.substring(1) : text).strip(), "ruledOut", out);
  }

  private static String wall(@Nullable Instant at, ZoneId zone) {
    return at == null
        ? ""
        : at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
