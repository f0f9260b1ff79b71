package io.meridian.handoff.handoff.application;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.handoff.application.Announcements.Fact;
import io.meridian.handoff.handoff.application.briefing.Briefings;
import io.meridian.handoff.handoff.domain.Acceptance;
import io.meridian.handoff.handoff.domain.Answers.Manner;
import io.meridian.handoff.handoff.domain.Decision;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Takes;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.handoff.store.OfferStore;
import io.meridian.handoff.ledger.application.Ledger;
import io.meridian.handoff.ledger.application.Transfer;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Acceptances and owed read-backs, one or many in one transaction. */
@ApplicationScoped
public class HandoffAnswers {
  /** The most handoffs that one transaction accepts. */
  public static final int ALL_AT_ONCE = 500;

  private final AnswerContext.Opening contexts;
  private final HandoffStore store;
  private final OfferStore offers;
  private final Handoffs handoffs;
  private final Ledger ledger;
  private final Briefings briefings;
  private final CurrentCalendar calendar;
  private final Transactions transactions;
  private final Outbox outbox;

  HandoffAnswers(
      AnswerContext.Opening contexts,
      HandoffStore store,
      OfferStore offers,
      Handoffs handoffs,
      Ledger ledger,
      Briefings briefings,
      CurrentCalendar calendar,
      Transactions transactions,
      Outbox outbox) {
    this.contexts = contexts;
    this.store = store;
    this.offers = offers;
    this.handoffs = handoffs;
    this.ledger = ledger;
    this.briefings = briefings;
    this.calendar = calendar;
    this.transactions = transactions;
    this.outbox = outbox;
  }

  /**
   * The wish of a TAM to take one handoff.
   *
   * @param takes what they take on of the briefing's actions; null for all of them
   */
  public record Wish(
      UUID id, String by, @Nullable String readBack, @Nullable Takes takes, Manner manner) {

    /** One of many, all its actions with it. */
    public static Wish together(UUID id, String by, @Nullable String readBack) {
      return new Wish(id, by, readBack, null, Manner.TOGETHER);
    }
  }

  /** What became of a wish: taken (or taken before), or refused with the problem. */
  public record Outcome(UUID id, @Nullable Problem refusal) {
    boolean isTaken() {
      return refusal == null;
    }
  }

  /** TAMs accept handoffs; each is taken or refused by itself, in the order asked. */
  public Uni<List<Outcome>> acceptAll(List<Wish> wishes) {
    return transactions.write(unit -> acceptAll(unit, wishes));
  }

  /**
   * A TAM takes everything that is offered to them, in transactions of {@link #ALL_AT_ONCE} each;
   * what is to be accepted alone is refused by itself.
   *
   * @param readBack their words for all, or null
   */
  public Uni<List<Outcome>> acceptEverything(String by, @Nullable String readBack) {
    return acceptFrom(by, readBack, new UUID(0, 0), new ArrayList<>());
  }

  private Uni<List<Outcome>> acceptFrom(
      String by, @Nullable String readBack, UUID after, List<Outcome> done) {
    return transactions
        .write(
            unit ->
                offers
                    .asked(unit, by, after, ALL_AT_ONCE)
                    .chain(
                        ids ->
                            ids.isEmpty()
                                ? Uni.createFrom().item(List.<Outcome>of())
                                : acceptAll(
                                    unit,
                                    ids.stream()
                                        .map(id -> Wish.together(id, by, readBack))
                                        .toList())))
        .chain(
            outcomes -> {
              done.addAll(outcomes);
              return outcomes.size() < ALL_AT_ONCE
                  ? Uni.createFrom().item(done)
                  : acceptFrom(by, readBack, outcomes.getLast().id(), done);
            });
  }

  /** The same in the caller's transaction. */
  public Uni<List<Outcome>> acceptAll(UnitOfWork unit, List<Wish> wishes) {
    return contexts
        .of(unit, wishes.stream().map(Wish::id).distinct().toList())
        .chain(
            context ->
                actions(unit, context, wishes)
                    .chain(
                        actions -> {
                          var answered = new AnswerRecord(context, actions);
                          List<Outcome> outcomes = wishes.stream().map(answered::to).toList();
                          return save(
                                  unit, context, Fact.ACCEPTED, answered.taken, answered.readBacks)
                              .chain(() -> keep(unit, context, answered.given, answered.readBacks))
                              .replaceWith(outcomes);
                        }));
  }

  /** The actions of those briefings of which somebody takes on a part, by handoff. */
  private Uni<Map<UUID, List<Action>>> actions(
      UnitOfWork unit, AnswerContext context, List<Wish> wishes) {
    List<HandoffWithSubject> parted =
        wishes.stream()
            .filter(wish -> wish.takes() != null && context.items().containsKey(wish.id()))
            .map(wish -> context.item(wish.id()))
            .distinct()
            .toList();
    return briefings
        .of(unit, parted)
        .map(
            found ->
                found.entrySet().stream()
                    .collect(
                        Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().content().actions())));
  }

  /** Whom a lead assigned has read back: their words, and the handoff one revision further. */
  private Uni<Void> keep(
      UnitOfWork unit, AnswerContext context, List<Handoff> given, Map<UUID, String> readBacks) {
    if (given.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return store
        .update(unit, given, context.now())
        .chain(() -> briefings.keepReadBacks(unit, readBacks))
        .chain(() -> calendar.in(unit))
        .chain(people -> announce(unit, Fact.READ_BACK, items(context, given), people, Map.of()));
  }

  Uni<Void> save(
      UnitOfWork unit,
      AnswerContext context,
      Fact fact,
      Map<UUID, Decision.Taken> taken,
      Map<UUID, String> readBacks) {
    if (taken.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Handoff> after = taken.values().stream().map(Decision.Taken::after).toList();
    List<UUID> escalations = after.stream().map(h -> h.plan().escalationId()).toList();
    return store
        .update(unit, after, context.now())
        .chain(() -> briefings.keepReadBacks(unit, readBacks))
        .chain(() -> briefings.freeze(unit, items(context, after), context.now()))
        .chain(
            frozen ->
                calendar
                    .in(unit)
                    .chain(people -> announce(unit, fact, items(context, after), people, frozen)))
        .chain(
            () ->
                ledger.transfer(unit, taken.values().stream().map(HandoffAnswers::order).toList()))
        .chain(() -> handoffs.assigned(unit, escalations, context.roster()));
  }

  private static List<HandoffWithSubject> items(AnswerContext context, List<Handoff> after) {
    return after.stream().map(handoff -> context.item(handoff.plan().id()).with(handoff)).toList();
  }

  private Uni<Void> announce(
      UnitOfWork unit,
      Fact fact,
      List<HandoffWithSubject> items,
      InForce people,
      Map<UUID, BriefingStatus> frozen) {
    var announcements = new Announcements(people);
    for (HandoffWithSubject item : items) {
      BriefingStatus briefing = frozen.get(item.handoff().plan().id());
      announcements.add(fact, briefing == null ? item : item.with(briefing));
    }
    return outbox.append(unit, announcements.events());
  }

  private static Transfer order(Decision.Taken taken) {
    Acceptance acceptance = taken.acceptance();
    return new Transfer(
        taken.after().plan().escalationId(),
        acceptance.by(),
        taken.after().plan().toRegion(),
        acceptance.effectiveFrom(),
        acceptance.basis(),
        taken.after().plan().id(),
        acceptance.holdUntil());
  }
}
