package io.meridian.handoff.handoff.domain.briefing;

import io.meridian.events.Mood;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the incoming TAM must know, in the order of I-PASS: illness severity, patient summary,
 * action list, situation; the synthesis is the receiver's read-back. What the escalation itself
 * says (title, state, customer) stands beside it.
 *
 * @param severityReason why it has the severity it has
 * @param summary how it stands, in a few sentences
 * @param lastContact when the customer was last spoken with
 * @param mood how the customer takes it
 * @param actions what is still to be done
 * @param promises what the customer was promised and has not got yet
 * @param deadlines of the service level agreement, still to come
 * @param risks what may go wrong
 * @param hypotheses what may be the cause, and what was ruled out
 * @param stakeholders who wants to be told
 * @param links where more is to be read
 */
public record Briefing(
    @Nullable String severityReason,
    @Nullable String summary,
    @Nullable Contact lastContact,
    @Nullable Mood mood,
    List<Action> actions,
    List<Due> promises,
    List<Due> deadlines,
    List<String> risks,
    List<Hypothesis> hypotheses,
    List<String> stakeholders,
    List<String> links) {

  public Briefing {
    actions = List.copyOf(actions);
    promises = List.copyOf(promises);
    deadlines = List.copyOf(deadlines);
    risks = List.copyOf(risks);
    hypotheses = List.copyOf(hypotheses);
    stakeholders = List.copyOf(stakeholders);
    links = List.copyOf(links);
  }

  /** The next promise or deadline; null without a dated one. */
  public @Nullable Instant nextDue() {
    return Stream.concat(promises.stream(), deadlines.stream())
        .map(Due::due)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The same words with the facts as another has them. */
  public Briefing withFacts(Briefing other) {
    return new Briefing(
        severityReason,
        summary,
        lastContact,
        mood,
        actions,
        promises,
        other.deadlines,
        risks,
        hypotheses,
        other.stakeholders,
        links);
  }

  /** Somebody spoke with the customer. */
  public record Contact(Instant at, String by, String text) {}

  /** Something to be done; without an owner nobody does it. */
  public record Action(String text, @Nullable String owner, @Nullable Instant due) {}

  /** Something that is due. */
  public record Due(String text, @Nullable Instant due) {}

  /** What may be the cause. */
  public record Hypothesis(String text, boolean ruledOut) {}
}
