package io.meridian.handoff.handoff.application;

import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.handoff.application.briefing.Outlooks;
import io.meridian.handoff.handoff.application.briefing.Outlooks.Outlook;
import io.meridian.handoff.handoff.domain.briefing.NextDue;
import io.meridian.handoff.handoff.store.CardStore.Card;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Handoffs for lists. */
@ApplicationScoped
public class HandoffCards {
  private final Outlooks outlooks;

  HandoffCards(Outlooks outlooks) {
    this.outlooks = outlooks;
  }

  /**
   * Cards, and what is due next of escalations beside them.
   *
   * @param cards in {@link HandoffCard#ORDER}
   * @param due by escalation; who has nothing due is not here
   */
  public record Found(List<HandoffCard> cards, Map<UUID, NextDue> due) {}

  /** The cards of these rows, and what is due next of those escalations; three statements. */
  public Uni<Found> of(
      UnitOfWork unit, InForce people, List<Card> rows, Collection<UUID> escalations) {
    return outlooks
        .of(unit, rows.stream().map(Card::item).toList(), escalations)
        .map(
            found ->
                new Found(
                    rows.stream()
                        .map(row -> card(row, people, found.handoffs()))
                        .sorted(HandoffCard.ORDER)
                        .toList(),
                    found.escalations()));
  }

  private static HandoffCard card(Card row, InForce people, Map<UUID, Outlook> outlooks) {
    UUID id = row.item().handoff().plan().id();
    Outlook outlook = Objects.requireNonNull(outlooks.get(id));
    return new HandoffCard(
        Announcements.state(row.item(), people),
        row.item().subject().title(),
        row.customerId(),
        row.customerName(),
        row.openQuestions(),
        outlook.missing(),
        outlook.next(),
        row.isCarried());
  }
}
