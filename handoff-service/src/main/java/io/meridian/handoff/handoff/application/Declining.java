package io.meridian.handoff.handoff.application;

import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.duty.application.Deadlines;
import io.meridian.handoff.duty.application.HandoffConfig;
import io.meridian.handoff.duty.application.timer.Timers;
import io.meridian.handoff.duty.domain.routing.Load;
import io.meridian.handoff.duty.domain.routing.OfferRouting;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Candidate;
import io.meridian.handoff.duty.store.LoadStore;
import io.meridian.handoff.duty.store.PlannedChange;
import io.meridian.handoff.duty.store.timer.Timer;
import io.meridian.handoff.duty.store.timer.Timer.Kind;
import io.meridian.handoff.handoff.application.Announcements.Fact;
import io.meridian.handoff.handoff.domain.Answers;
import io.meridian.handoff.handoff.domain.Candidates;
import io.meridian.handoff.handoff.domain.Decision;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.handoff.store.OfferStore;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A TAM says no: the next candidate is asked, and after the last one the lead. */
@ApplicationScoped
public class Declining {
  private final AnswerContext.Opening contexts;
  private final HandoffStore store;
  private final OfferStore offers;
  private final LoadStore loads;
  private final HandoffReading reading;
  private final CurrentCalendar calendar;
  private final Timers timers;
  private final HandoffConfig config;
  private final Transactions transactions;
  private final Outbox outbox;

  Declining(
      AnswerContext.Opening contexts,
      HandoffStore store,
      OfferStore offers,
      LoadStore loads,
      HandoffReading reading,
      CurrentCalendar calendar,
      Timers timers,
      HandoffConfig config,
      Transactions transactions,
      Outbox outbox) {
    this.contexts = contexts;
    this.store = store;
    this.offers = offers;
    this.loads = loads;
    this.reading = reading;
    this.calendar = calendar;
    this.timers = timers;
    this.config = config;
    this.transactions = transactions;
    this.outbox = outbox;
  }

  /**
   * Declines a handoff. A repeat changes nothing.
   *
   * @throws Problem 404, 403 or 409
   */
  public Uni<HandoffDetails> decline(UUID id, String by, String reason) {
    return transactions.write(
        unit ->
            contexts
                .of(unit, List.of(id))
                .chain(context -> decline(unit, context, context.item(id), by, reason))
                .chain(() -> reading.find(unit, id)));
  }

  private Uni<Void> decline(
      UnitOfWork unit, AnswerContext context, HandoffWithSubject item, String by, String reason) {
    Candidates candidates =
        Candidates.of(context.incoming(item.handoff()), context.roster(), context.now());
    return offers
        .wanted(unit, item.handoff().plan().id())
        .chain(
            wanted ->
                loads
                    .withOffers(unit, candidates.all().stream().map(Candidate::tam).toList())
                    .map(carried -> new Asking(wanted, candidates, carried)))
        .chain(
            asking ->
                calendar
                    .in(unit)
                    .chain(
                        people -> {
                          var wish = wish(context, item.handoff(), by, reason, asking, people);
                          return apply(
                              unit, context, item, people, Answers.decline(item.handoff(), wish));
                        }));
  }

  /** What routing needs to ask somebody else. */
  private record Asking(
      OfferRouting.Wanted wanted, Candidates candidates, Map<String, Load> loads) {}

  private Answers.Decline wish(
      AnswerContext context,
      Handoff handoff,
      String by,
      String reason,
      Asking asking,
      InForce people) {
    String from = handoff.plan().from();
    PlannedChange change = context.change(handoff);
    Instant acceptBy =
        Deadlines.of(change.prepareAt(), handoff.plan().acceptBy(), context.now(), config);
    return new Answers.Decline(
        by,
        context.now(),
        reason,
        new OfferRouting(people.calendar(), asking.loads())
            .choose(
                asking.wanted(),
                asking.candidates().all(),
                tam -> tam.equals(from) || handoff.asked(tam)),
        people.region(handoff.plan().toRegion()).map(Region::lead).orElse(from),
        acceptBy);
  }

  private Uni<Void> apply(
      UnitOfWork unit,
      AnswerContext context,
      HandoffWithSubject item,
      InForce people,
      Decision decision) {
    return switch (decision) {
      case Decision.Refused refused ->
          Uni.createFrom().failure(Refusals.problem(refused.refusal()));
      case Decision.Unchanged ignored -> Uni.createFrom().voidItem();
      case Decision.Taken ignored -> throw new IllegalStateException("declining took " + item);
      case Decision.ReadBackGiven ignored ->
          throw new IllegalStateException("declining read back " + item);
      case Decision.Moved moved -> save(unit, context, item.with(moved.after()), people);
    };
  }

  private Uni<Void> save(
      UnitOfWork unit, AnswerContext context, HandoffWithSubject after, InForce people) {
    var announcements = new Announcements(people);
    announcements.add(Fact.DECLINED, after);
    Instant acceptBy = after.handoff().acceptBy();
    List<Timer> deadline =
        acceptBy == null ? List.of() : List.of(new Timer(Kind.ACCEPT_BY, acceptBy));
    return store
        .update(unit, List.of(after.handoff()), context.now())
        .chain(() -> timers.plan(unit, deadline))
        .chain(() -> outbox.append(unit, announcements.events()));
  }
}
