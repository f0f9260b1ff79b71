package io.meridian.console.page;

import io.meridian.console.client.Severity;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Am I on, what comes to me, what do I leave, what is mine, and what can go wrong.
 *
 * @param answered whether handoff-service did; nothing else is known when it did not
 * @param roster whether the calendar has an entry of the reader
 * @param duty the shift that runs; null off duty
 * @param next the shift to come; null when the roster knows none
 * @param coming what comes to the reader
 * @param leaving what the reader hands over; null when nothing is
 * @param work what the reader is accountable for
 * @param waiting questions to the reader
 * @param answers to the reader's own questions
 * @param after who takes over when the duty ends; null while nobody is known to
 * @param watch what is to be kept an eye on
 * @param notes what other crews leave to be known
 * @param risks what can go wrong, the soonest first
 * @param complete whether everything is shown
 */
@CheckedTemplate(basePath = "shift", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ShiftPage(
    Frame frame,
    boolean answered,
    boolean roster,
    @Nullable Duty duty,
    @Nullable Duty next,
    Coming coming,
    @Nullable Leaving leaving,
    List<Work> work,
    List<Question> waiting,
    List<Question> answers,
    @Nullable After after,
    List<Watch> watch,
    List<Note> notes,
    List<Risk> risks,
    boolean complete)
    implements TemplateInstance {

  /**
   * A shift.
   *
   * @param until when the duty ends
   * @param hours of the shift, in the region's zone too
   * @param with the others on it
   */
  record Duty(String region, TimeLabel until, TimeLabel hours, String tier, String with) {}

  /**
   * What comes.
   *
   * @param count how many are not taken yet
   * @param from who hands over how many, in words
   * @param grave what is accepted one by one, gravest first
   * @param light what can be accepted together
   * @param taken what the reader has accepted already
   */
  record Coming(
      int count,
      String from,
      @Nullable TimeLabel acceptBy,
      List<Card> grave,
      List<Card> light,
      List<Card> taken) {}

  /** What goes, and how many briefings lack something. */
  record Leaving(TimeLabel at, int incomplete, List<Card> cards) {}

  /**
   * A handoff in a list.
   *
   * @param other who hands it over, or is asked to take it
   * @param state in words; empty while it is offered
   * @param next what is due next; null when nothing is
   * @param lacks what the briefing lacks, in words; empty when it is complete
   * @param declined who said no, and why
   */
  record Card(
      UUID id,
      String escalation,
      Severity severity,
      ForeignText title,
      ForeignText customer,
      String other,
      String state,
      @Nullable Due next,
      String lacks,
      long questions,
      ForeignText declined,
      boolean owed,
      TimeLabel effectiveFrom) {}

  /** Something that is due. */
  record Due(ForeignText text, TimeLabel at, boolean late) {}

  /**
   * An escalation that the reader is accountable for.
   *
   * @param rests whether it is resolved, and nobody is expected to act
   */
  record Work(
      String escalation,
      Severity severity,
      ForeignText title,
      ForeignText customer,
      boolean rests,
      @Nullable Due next,
      @Nullable TimeLabel end) {}

  /** A question, and its answer if there is one. */
  record Question(
      UUID handoff, String escalation, ForeignText by, ForeignText question, ForeignText answer) {}

  /**
   * Who takes over.
   *
   * @param change by which shift change
   * @param note what the reader's crew has written to them so far; empty for nothing
   * @param version of the note; 0 when there is none
   */
  record After(
      UUID change,
      String region,
      String who,
      TimeLabel start,
      boolean reachable,
      String note,
      long version) {}

  /**
   * Something to keep an eye on.
   *
   * @param whatIf what to do if it happens
   * @param toConfirm whether the reader's crew has still to confirm it
   * @param seenBy who of which region has confirmed it, in words; empty for nobody
   */
  record Watch(
      UUID id,
      ForeignText what,
      ForeignText customer,
      ForeignText whatIf,
      TimeLabel from,
      TimeLabel until,
      ForeignText by,
      boolean toConfirm,
      String seenBy) {}

  /** What a crew leaves to be known. */
  record Note(ForeignText text, ForeignText by, TimeLabel at) {}

  /** Something that is about to go wrong. */
  record Risk(TimeLabel at, ForeignText detail, @Nullable UUID handoff) {}
}
