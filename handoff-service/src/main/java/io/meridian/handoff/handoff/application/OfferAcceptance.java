package io.meridian.handoff.handoff.application;

import io.meridian.handoff.handoff.application.HandoffAnswers.Wish;
import io.meridian.handoff.handoff.domain.Answers.Manner;
import io.meridian.handoff.handoff.store.OfferStore;
import io.meridian.handoff.ledger.application.OpenOffers;
import io.meridian.rest.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
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
      SqlConnection tx, UUID escalation, String tam, @Nullable String readBack) {
    return offers
        .askedOf(tx, escalation, tam)
        .chain(
            offer ->
                offer
                    .map(id -> accept(tx, new Wish(id, tam, readBack, null, Manner.ALONE)))
                    .orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Boolean> accept(SqlConnection tx, Wish wish) {
    return answers
        .acceptAll(tx, List.of(wish))
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
