package io.meridian.handoff.handoff.application;

import io.meridian.handoff.handoff.application.HandoffAnswers.Wish;
import io.meridian.handoff.handoff.domain.Answers.Manner;
import io.meridian.handoff.handoff.store.OfferStore;
import io.meridian.handoff.ledger.application.OpenOffers;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accepts offers on behalf of take-overs. */
@ApplicationScoped
public class OfferAcceptance implements OpenOffers {
  private final OfferStore offers;
  private final HandoffAnswers answers;

  OfferAcceptance(OfferStore offers, HandoffAnswers answers) {
    this.offers = offers;
    this.answers = answers;
  }

  @Override
  public Uni<Boolean> accept(
      UnitOfWork unit, UUID escalation, String tam, @Nullable String readBack) {
    return offers
        .askedOf(unit, escalation, tam)
        .chain(
            offer ->
                offer
                    .map(id -> accept(unit, new Wish(id, tam, readBack, null, Manner.ALONE)))
                    .orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Boolean> accept(UnitOfWork unit, Wish wish) {
    return answers
        .acceptAll(unit, List.of(wish))
        .map(
            outcomes -> {
              Problem refusal = outcomes.getFirst().refusal();
              if (refusal != null) {
                throw refusal;
              }
              return true;
            });
  }
}
