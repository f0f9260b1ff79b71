package io.meridian.console.page;

import io.meridian.console.client.Severity;
import io.meridian.console.page.HandoffPage.DueLine;
import io.meridian.console.page.HandoffPage.ToDo;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Am I on, what comes to me, what do I leave, what is mine.
 *
 * @param duty null while the reader is off duty
 * @param answered whether handoff-service did; nothing else is known when it did not
 * @param coming how many handoffs come
 * @param grave what comes and is accepted one by one, gravest first
 * @param light what comes and can be accepted together
 * @param leaving what the reader hands over and nobody has taken yet
 * @param work what the reader is accountable for
 * @param waiting questions to the reader
 */
@CheckedTemplate(basePath = "shift", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ShiftPage(
    Frame frame,
    boolean answered,
    @Nullable Duty duty,
    int coming,
    List<Card> grave,
    List<Card> light,
    @Nullable TimeLabel acceptBy,
    List<Card> leaving,
    List<Work> work,
    List<Waiting> waiting)
    implements TemplateInstance {

  /** The shift that runs. */
  record Duty(TimeLabel until, String tier) {}

  /**
   * A handoff in a list.
   *
   * @param other who hands it over, or is asked to take it
   * @param next what is due next; null when nothing is
   * @param lacks what the briefing lacks, in words; empty when it is complete
   */
  record Card(
      UUID id,
      String escalation,
      Severity severity,
      ForeignText title,
      ForeignText customer,
      String other,
      @Nullable DueLine next,
      String lacks,
      long questions,
      boolean sheet,
      boolean owed,
      List<ToDo> actions,
      TimeLabel effectiveFrom) {}

  /** An escalation that the reader is accountable for. */
  record Work(String escalation, Severity severity, ForeignText title, @Nullable TimeLabel end) {}

  /** A question that waits for the reader's answer. */
  record Waiting(UUID handoff, String escalation, ForeignText by, ForeignText question) {}
}
