package io.meridian.handoff.handoff.application;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.handoff.application.Announcements.Fact;
import io.meridian.handoff.handoff.application.briefing.Briefings;
import io.meridian.handoff.handoff.application.briefing.Briefings.Edit;
import io.meridian.handoff.handoff.domain.Decision.Refusal;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.HandoffPlan;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.domain.briefing.BriefingVersion;
import io.meridian.handoff.handoff.domain.briefing.Ties;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.handoff.store.OfferStore;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The briefing is written by whom the escalation concerns, the outgoing TAM first of all, until the
 * handoff is finished; everybody reads it.
 */
@ApplicationScoped
public class BriefingDesk {
  private final AnswerContext.Opening contexts;
  private final HandoffStore store;
  private final OfferStore offers;
  private final HandoffReading reading;
  private final Briefings briefings;
  private final CurrentCalendar calendar;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Clock clock;

  BriefingDesk(
      AnswerContext.Opening contexts,
      HandoffStore store,
      OfferStore offers,
      HandoffReading reading,
      Briefings briefings,
      CurrentCalendar calendar,
      Transactions transactions,
      Outbox outbox,
      Clock clock) {
    this.contexts = contexts;
    this.store = store;
    this.offers = offers;
    this.reading = reading;
    this.briefings = briefings;
    this.calendar = calendar;
    this.transactions = transactions;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What the timeline got since somebody last held the escalation.
   *
   * @param since when that ended; null when they never did, and then all of it is new to them
   */
  public record News(@Nullable Instant since, List<TimelineFact> facts) {}

  /** A briefing, and what is new to whoever asked. */
  public record BriefingWithNews(HandoffDetails handoff, @Nullable News news) {}

  /** The briefing as it stands; a 404 problem when there is no such handoff. */
  public Uni<BriefingWithNews> read(UUID id) {
    return reading.find(id).map(found -> new BriefingWithNews(found, null));
  }

  /** The briefing, and what changed since the TAM last held the escalation. */
  public Uni<BriefingWithNews> read(UUID id, String tam) {
    return transactions.read(
        unit ->
            reading
                .find(unit, id)
                .chain(
                    found ->
                        news(unit, found, tam).map(news -> new BriefingWithNews(found, news))));
  }

  private Uni<News> news(UnitOfWork unit, HandoffDetails found, String tam) {
    UUID escalation = found.state().escalationId();
    return briefings
        .heldUntil(unit, escalation, tam, clock.instant())
        .chain(
            since ->
                briefings
                    .since(unit, escalation, since == null ? Instant.EPOCH : since)
                    .map(facts -> new News(since, facts)));
  }

  /** Every version that was written or accepted, the first one first. */
  public Uni<List<BriefingVersion>> versions(UUID id) {
    return transactions.read(
        unit -> reading.find(unit, id).chain(() -> briefings.versions(unit, id)));
  }

  /**
   * Writes the next version.
   *
   * @param precondition looks at the version before; throws to refuse
   * @throws Problem 404, 403 for whom it does not concern, 409 when the handoff is finished
   */
  public Uni<HandoffDetails> write(UUID id, Actor by, LongConsumer precondition, Edit edit) {
    return transactions.write(
        unit ->
            contexts
                .of(unit, List.of(id))
                .call(context -> requireTies(unit, context, context.item(id).handoff(), by))
                .chain(
                    context -> write(unit, context, context.item(id), by.id(), precondition, edit))
                .chain(() -> reading.find(unit, id)));
  }

  private Uni<Void> write(
      UnitOfWork unit,
      AnswerContext context,
      HandoffWithSubject item,
      String by,
      LongConsumer precondition,
      Edit edit) {
    Handoff handoff = item.handoff();
    if (!(handoff.stage() instanceof Stage.Unfinished stage)) {
      throw Refusals.problem(Refusal.FINISHED);
    }
    precondition.accept(item.briefing().version());
    Handoff after = handoff.briefed(stage, context.now());
    return store
        .update(unit, List.of(after), context.now())
        .chain(() -> briefings.write(unit, item, edit, by, context.now()))
        .chain(status -> announce(unit, item.with(after), status));
  }

  private Uni<Void> requireTies(UnitOfWork unit, AnswerContext context, Handoff handoff, Actor by) {
    if (by.has(Roles.MANAGER)) {
      return Uni.createFrom().voidItem();
    }
    return calendar
        .in(unit)
        .chain(
            people ->
                offers
                    .isAssigned(unit, handoff.plan().id(), by.id())
                    .invoke(
                        assigned -> {
                          if (!ties(context, people, handoff, by.id(), assigned).suffice()) {
                            throw foreign(people, handoff.plan());
                          }
                        }))
        .replaceWithVoid();
  }

  private static Ties ties(
      AnswerContext context, InForce people, Handoff handoff, String by, boolean assigned) {
    HandoffPlan plan = handoff.plan();
    return new Ties(
        plan.from().equals(by),
        handoff.stage() instanceof Stage.Asked asked && asked.tam().equals(by),
        context.onDuty(by, plan.fromRegion(), context.now()),
        assigned,
        people.region(plan.fromRegion()).filter(r -> r.lead().equals(by)).isPresent());
  }

  private static Problem foreign(InForce people, HandoffPlan plan) {
    return Problem.forbidden(
        people.person(plan.from()).name()
            + " hands it over. The briefing is written by them, by who is asked to take it over,"
            + " who is on duty in "
            + plan.fromRegion()
            + ", who is assigned to its customer, the region's lead, and managers; any TAM may note"
            + " on the timeline");
  }

  private Uni<Void> announce(UnitOfWork unit, HandoffWithSubject item, BriefingStatus status) {
    return calendar
        .in(unit)
        .chain(
            people -> {
              var announcements = new Announcements(people);
              announcements.add(Fact.BRIEFED, item.with(status));
              return outbox.append(unit, announcements.events());
            });
  }
}
