package io.meridian.console.page;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a briefing from the fields of its form. */
final class BriefingFields {
  private static final int ROWS_MAX = 51;
  private static final String THEIRS = "theirs";

  private BriefingFields() {}

  /** Makes what was sent, what had been seen, and its version into one. */
  interface Made<T> {
    T of(BriefingForm form, BriefingForm base, long version);
  }

  static <T> T read(MultivaluedMap<String, String> sent, Made<T> made) {
    Map<String, String> base = new TreeMap<>();
    for (String field : BriefingForm.ORDER) {
      base.put(field, text(sent, "base." + field));
    }
    BriefingForm seen = new BriefingForm(base);
    return made.of(form(sent, seen), seen, version(text(sent, "version")));
  }

  private static BriefingForm form(MultivaluedMap<String, String> sent, BriefingForm seen) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : List.of(BriefingForm.REASON, BriefingForm.SUMMARY, BriefingForm.MOOD)) {
      fields.put(field, text(sent, field));
    }
    for (String field : List.of(BriefingForm.RISKS, BriefingForm.HYPOTHESES, BriefingForm.LINKS)) {
      fields.put(field, BriefingForm.lines(text(sent, field).lines().toList()));
    }
    fields.put(
        BriefingForm.CONTACT,
        BriefingForm.line(
            text(sent, "contact.at"), text(sent, "contact.by"), text(sent, "contact.text")));
    fields.put(BriefingForm.ACTIONS, rows(sent, "action", List.of("text", "owner", "due")));
    fields.put(BriefingForm.PROMISES, rows(sent, "promise", List.of("text", "due")));
    for (String field : BriefingForm.ORDER) {
      if (THEIRS.equals(text(sent, "choose." + field))) {
        fields.put(field, seen.text(field));
      }
    }
    return new BriefingForm(fields);
  }

  private static String rows(MultivaluedMap<String, String> sent, String name, List<String> parts) {
    List<String> rows = new ArrayList<>();
    for (int number = 1; number <= ROWS_MAX; number++) {
      String prefix = name + number + ".";
      String[] cells = parts.stream().map(part -> text(sent, prefix + part)).toArray(String[]::new);
      if (!cells[0].isBlank()) {
        rows.add(BriefingForm.line(cells));
      }
    }
    return String.join("\n", rows);
  }

  private static String text(MultivaluedMap<String, String> sent, String name) {
    @Nullable String value = sent.getFirst(name);
    return value == null ? "" : value;
  }

  private static long version(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
