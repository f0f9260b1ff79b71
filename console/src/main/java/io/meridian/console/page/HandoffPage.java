package io.meridian.console.page;

import io.meridian.console.client.Severity;
import io.meridian.console.page.BoardPage.Candidate;
import io.meridian.console.text.ForeignText;
import io.meridian.console.time.TimeLabel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One handoff: what the incoming TAM must know, and how they answer.
 *
 * @param tam whether the reader is a TAM, whose way back is My shift; of others it is the board
 * @param handoff how it stands
 * @param briefing what there is to know
 * @param rights what this reader may do about it
 * @param candidates whom they may assign it to; nobody when they may not, or nobody is known
 * @param entered what they wrote that was not taken, to be kept
 */
@CheckedTemplate(basePath = "handoff", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record HandoffPage(
    Frame frame,
    boolean tam,
    Standing handoff,
    Known briefing,
    Rights rights,
    List<Candidate> candidates,
    Entered entered)
    implements TemplateInstance {

  /**
   * How it stands.
   *
   * @param state in words
   * @param rest that nobody is, or was, expected to act, in words; null when that is not so
   * @param acceptBy null once it is taken
   * @param declined who said no, and why
   */
  record Standing(
      UUID id,
      String escalation,
      Severity severity,
      ForeignText title,
      String from,
      String to,
      @Nullable TimeLabel acceptBy,
      @Nullable String state,
      @Nullable String rest,
      TimeLabel effectiveFrom,
      boolean owed,
      ForeignText readBack,
      List<ForeignText> declined,
      List<Question> questions,
      String askWhom) {}

  /** A question and its answer. */
  record Question(
      int number,
      ForeignText by,
      TimeLabel at,
      ForeignText text,
      ForeignText answerBy,
      ForeignText answer) {}

  /** What there is to know, in the order of I-PASS. */
  record Known(
      List<DueLine> next,
      Line why,
      Line stands,
      List<ToDo> actions,
      @Nullable Missing actionsMissing,
      List<ForeignText> risks,
      List<ForeignText> ruledOut,
      List<ForeignText> suspected,
      @Nullable CustomerLine customer,
      @Nullable Missing contactMissing,
      List<ForeignText> tell,
      @Nullable Missing tellMissing,
      ForeignText ticket,
      List<ForeignText> links,
      ForeignText description,
      List<Event> timeline,
      int lacks) {}

  /** A text of the briefing, or what is missing. */
  record Line(ForeignText text, @Nullable Missing missing) {}

  /**
   * What is missing, and the question that asks for it.
   *
   * @param detail in words
   */
  record Missing(String detail, String question) {}

  /** Something that is due. */
  record DueLine(String kind, ForeignText text, TimeLabel at, boolean late) {}

  /** Something to be done. */
  record ToDo(ForeignText text, String raw, ForeignText owner, @Nullable TimeLabel due) {}

  /** The customer, and when they were last spoken with. */
  record CustomerLine(
      @Nullable String id,
      ForeignText name,
      @Nullable String mood,
      @Nullable TimeLabel spoken,
      ForeignText spokenBy,
      ForeignText said) {}

  /** A fact on the timeline. */
  record Event(TimeLabel at, ForeignText by, String kind, ForeignText text) {}

  /** What the reader may try; the service decides. */
  record Rights(
      boolean accept,
      boolean sheet,
      boolean ask,
      boolean decline,
      boolean answer,
      boolean brief,
      boolean assign) {}

  /**
   * What was written and not taken.
   *
   * @param act which form it was in
   * @param words of the form's text
   * @param error what is wrong with them
   */
  record Entered(String act, String words, String error) {
    static final Entered NOTHING = new Entered("", "", "");

    /** Whether it was this form. */
    public boolean is(String one) {
      return act.equals(one);
    }

    /** What was written in this form. */
    public String words(String one) {
      return is(one) ? words : "";
    }

    /** What is wrong in this form. */
    public String error(String one) {
      return is(one) ? error : "";
    }
  }
}
