package io.meridian.handoff.overview.application;

import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Readiness;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.handoff.application.HandoffCard;
import io.meridian.handoff.handoff.application.HandoffCards;
import io.meridian.handoff.overview.domain.Held;
import io.meridian.handoff.overview.domain.QuestionLine;
import io.meridian.handoff.overview.domain.Risk;
import io.meridian.handoff.overview.domain.TamDuty;
import io.meridian.handoff.watch.application.WatchReading.Watched;
import io.meridian.handoff.watch.domain.Note;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person opens at the boundary: whether they are on, what comes to them, what they leave,
 * what they hold, and what can go wrong.
 *
 * @param subject who asks; on no roster there is no duty
 * @param after the shift change at which they hand over next; null while none is known
 * @param cards of what comes to them and what they hand over, with what is due next of what they
 *     hold
 * @param watched what crews keep an eye on while they are on, what ends first first
 * @param notes of the outgoing crews that they relieve, and their own
 * @param risks the soonest first
 * @param isComplete false when there is more than is shown
 */
public record MyShift(
    String subject,
    Instant at,
    InForce people,
    Readiness readiness,
    TamDuty duty,
    @Nullable ShiftChange after,
    HandoffCards.Found cards,
    List<Held> holding,
    List<QuestionLine> questions,
    List<Watched> watched,
    List<Note> notes,
    List<Risk> risks,
    boolean isComplete) {

  /** What comes to them, the gravest first. */
  public List<HandoffCard> incoming() {
    return cards.cards().stream().filter(this::isIncoming).toList();
  }

  /** What they hand over, the gravest first. */
  public List<HandoffCard> outgoing() {
    return cards.cards().stream().filter(card -> !isIncoming(card)).toList();
  }

  /** The regions that they lead. */
  public List<String> leads() {
    return people.calendar().regions().stream()
        .filter(region -> region.lead().equals(subject))
        .map(Region::code)
        .sorted()
        .toList();
  }

  private boolean isIncoming(HandoffCard card) {
    return card.state().to() != null && card.state().to().id().equals(subject);
  }
}
