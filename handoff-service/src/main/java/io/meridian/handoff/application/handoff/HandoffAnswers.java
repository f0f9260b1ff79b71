package io.meridian.handoff.application.handoff;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.application.briefing.Briefings;
import io.meridian.handoff.application.calendar.CurrentCalendar;
import io.meridian.handoff.application.calendar.InForce;
import io.meridian.handoff.application.handoff.Announcements.Fact;
import io.meridian.handoff.application.ledger.Ledger;
import io.meridian.handoff.application.ledger.Transfer;
import io.meridian.handoff.domain.handoff.Acceptance;
import io.meridian.handoff.domain.handoff.Answers;
import io.meridian.handoff.domain.handoff.Decision;
import io.meridian.handoff.domain.handoff.Handoff;
import io.meridian.handoff.store.handoff.HandoffStore;
import io.meridian.handoff.store.handoff.Item;
import io.meridian.handoff.store.handoff.OfferStore;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Acceptances, one or many in one transaction. */
@ApplicationScoped
public class HandoffAnswers {
  /** The most handoffs that one transaction accepts. */
  public static final int ALL_AT_ONCE = 500;

  private final Desk.Opening desks;
  private final HandoffStore store;
  private final OfferStore offers;
  private final Handoffs handoffs;
  private final Ledger ledger;
  private final Briefings briefings;
  private final CurrentCalendar calendar;
  private final Transactions transactions;
  private final Outbox outbox;

  HandoffAnswers(
      Desk.Opening desks,
      HandoffStore store,
      OfferStore offers,
      Handoffs handoffs,
      Ledger ledger,
      Briefings briefings,
      CurrentCalendar calendar,
      Transactions transactions,
      Outbox outbox) {
    this.desks = desks;
    this.store = store;
    this.offers = offers;
    this.handoffs = handoffs;
    this.ledger = ledger;
    this.briefings = briefings;
    this.calendar = calendar;
    this.transactions = transactions;
    this.outbox = outbox;
  }

  /** The wish of a TAM to take one handoff. */
  public record Wish(UUID id, String by, @Nullable String readBack) {}

  /** What became of a wish: taken (or taken before), or refused with the problem. */
  public record Outcome(UUID id, @Nullable Problem refusal) {
    boolean isTaken() {
      return refusal == null;
    }
  }

  /** TAMs accept many handoffs; each is taken or refused by itself, in the order asked. */
  public Uni<List<Outcome>> acceptAll(List<Wish> wishes) {
    return transactions.writeSql(tx -> acceptAll(tx, wishes));
  }

  /**
   * A TAM takes everything that is offered to them, in transactions of {@link #ALL_AT_ONCE} each;
   * what they may not take without their own words is refused by itself.
   *
   * @param readBack for all that need one, or null
   */
  public Uni<List<Outcome>> acceptEverything(String by, @Nullable String readBack) {
    return acceptFrom(by, readBack, new UUID(0, 0), new ArrayList<>());
  }

  private Uni<List<Outcome>> acceptFrom(
      String by, @Nullable String readBack, UUID after, List<Outcome> done) {
    return transactions
        .writeSql(
            tx ->
                offers
                    .asked(tx, by, after, ALL_AT_ONCE)
                    .chain(
                        ids ->
                            ids.isEmpty()
                                ? Uni.createFrom().item(List.<Outcome>of())
                                : acceptAll(
                                    tx,
                                    ids.stream().map(id -> new Wish(id, by, readBack)).toList())))
        .chain(
            outcomes -> {
              done.addAll(outcomes);
              return outcomes.size() < ALL_AT_ONCE
                  ? Uni.createFrom().item(done)
                  : acceptFrom(by, readBack, outcomes.getLast().id(), done);
            });
  }

  Uni<List<Outcome>> acceptAll(SqlConnection tx, List<Wish> wishes) {
    return desks
        .of(tx, wishes.stream().map(Wish::id).distinct().toList())
        .chain(
            desk -> {
              Map<UUID, Decision.Taken> taken = new LinkedHashMap<>();
              Map<UUID, String> readBacks = new HashMap<>();
              List<Outcome> outcomes = new ArrayList<>();
              for (Wish wish : wishes) {
                outcomes.add(decide(desk, wish, taken, readBacks));
              }
              return save(tx, desk, taken, readBacks).replaceWith(outcomes);
            });
  }

  private static Outcome decide(
      Desk desk, Wish wish, Map<UUID, Decision.Taken> taken, Map<UUID, String> readBacks) {
    Item item = desk.items().get(wish.id());
    if (item == null) {
      return new Outcome(wish.id(), Problem.notFound("handoff", wish.id()));
    }
    Decision.Taken before = taken.get(wish.id());
    Handoff handoff = before == null ? item.handoff() : before.after();
    Instant effective = Answers.Accept.effectiveFrom(handoff, desk.now());
    var accept =
        new Answers.Accept(
            wish.by(),
            desk.now(),
            wish.readBack(),
            item.subject().severity(),
            desk.onDuty(wish.by(), handoff, effective),
            desk.incoming(handoff).end());
    return switch (Answers.accept(handoff, accept)) {
      case Decision.Taken decision -> {
        taken.put(wish.id(), decision);
        if (wish.readBack() != null) {
          readBacks.put(wish.id(), wish.readBack());
        }
        yield new Outcome(wish.id(), null);
      }
      case Decision.Refused refused -> new Outcome(wish.id(), Refusals.problem(refused.refusal()));
      case Decision.Moved ignored -> throw new IllegalStateException("accepting moved " + handoff);
      case Decision.Unchanged ignored -> new Outcome(wish.id(), null);
    };
  }

  Uni<Void> save(
      SqlConnection tx, Desk desk, Map<UUID, Decision.Taken> taken, Map<UUID, String> readBacks) {
    if (taken.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Handoff> after = taken.values().stream().map(Decision.Taken::after).toList();
    List<UUID> escalations = after.stream().map(h -> h.passage().escalationId()).toList();
    return store
        .update(tx, after, desk.now())
        .chain(() -> briefings.keepReadBacks(tx, readBacks))
        .chain(() -> briefings.freeze(tx, accepted(desk, after), desk.now()))
        .chain(
            frozen ->
                calendar
                    .in(tx)
                    .chain(people -> announce(tx, accepted(desk, after), people, frozen)))
        .chain(
            () -> ledger.transfer(tx, taken.values().stream().map(HandoffAnswers::order).toList()))
        .chain(() -> handoffs.assigned(tx, escalations, desk.roster()));
  }

  private static List<Item> accepted(Desk desk, List<Handoff> after) {
    return after.stream().map(handoff -> desk.item(handoff.passage().id()).with(handoff)).toList();
  }

  private Uni<Void> announce(
      SqlConnection tx, List<Item> accepted, InForce people, Map<UUID, BriefingStatus> frozen) {
    var announcements = new Announcements(people);
    for (Item item : accepted) {
      BriefingStatus briefing = frozen.get(item.handoff().passage().id());
      announcements.add(Fact.ACCEPTED, briefing == null ? item : item.with(briefing));
    }
    return outbox.append(tx, announcements.events());
  }

  private static Transfer order(Decision.Taken taken) {
    Acceptance acceptance = taken.acceptance();
    return new Transfer(
        taken.after().passage().escalationId(),
        acceptance.by(),
        taken.after().passage().toRegion(),
        acceptance.effectiveFrom(),
        acceptance.basis(),
        taken.after().passage().id(),
        acceptance.holdUntil());
  }
}
