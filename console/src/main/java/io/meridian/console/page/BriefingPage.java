package io.meridian.console.page;

import io.meridian.console.client.Severity;
import io.meridian.console.page.HandoffPage.DueLine;
import io.meridian.console.text.ForeignText;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The briefing in the hands of the outgoing TAM.
 *
 * @param form what the fields hold
 * @param rows its lists, line by line
 * @param base what they held when the reader began, to know what the reader changed
 * @param version which the reader saw
 * @param written whose version, in words
 * @param zone in which times are written
 * @param conflicts fields that somebody else changed too
 */
@CheckedTemplate(basePath = "handoff", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record BriefingPage(
    Frame frame,
    UUID id,
    String escalation,
    Severity severity,
    ForeignText title,
    String status,
    List<DueLine> deadlines,
    List<String> missing,
    BriefingForm form,
    Rows rows,
    BriefingForm base,
    long version,
    String written,
    String zone,
    List<Conflict> conflicts)
    implements TemplateInstance {

  /** A field that two people changed. */
  record Conflict(String field, String label, ForeignText mine, ForeignText theirs) {}

  /** A line of actions, promises or the last contact, in its parts. */
  record Row(int number, String first, String second, String third) {}

  /**
   * The lists of the form, each with an empty line at its end.
   *
   * @param contact when, who, what
   * @param moods how the customer may be
   */
  record Rows(Row contact, List<Row> actions, List<Row> promises, List<String> moods) {

    static Rows of(BriefingForm form) {
      List<String> contact = BriefingForm.parts(form.text(BriefingForm.CONTACT), 3);
      return new Rows(
          new Row(1, contact.get(0), contact.get(1), contact.get(2)),
          rows(form, BriefingForm.ACTIONS),
          rows(form, BriefingForm.PROMISES),
          List.of("CALM", "CONCERNED", "ANGRY"));
    }

    private static List<Row> rows(BriefingForm form, String field) {
      List<String> lines = new ArrayList<>(form.rows(field));
      lines.add("");
      List<Row> rows = new ArrayList<>();
      for (String line : lines) {
        List<String> parts = BriefingForm.parts(line, 3);
        rows.add(new Row(rows.size() + 1, parts.get(0), parts.get(1), parts.get(2)));
      }
      return rows;
    }
  }
}
