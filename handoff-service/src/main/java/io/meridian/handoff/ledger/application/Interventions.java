package io.meridian.handoff.ledger.application;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.Person;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.duty.domain.Duty;
import io.meridian.handoff.ledger.application.LedgerReading.SpanView;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.ledger.store.EscalationStore;
import io.meridian.handoff.ledger.store.LedgerLock;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Actor;
import io.meridian.rest.security.Roles;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do to the ledger by hand: take over, hold, reassign. Done twice, it is done once. */
@ApplicationScoped
public class Interventions {

  /** The longest hold that can be declared. */
  public static final Duration HOLD_MAX = Duration.ofHours(24);

  private final Transactions transactions;
  private final DecisionBases bases;
  private final LedgerLock lock;
  private final EscalationStore escalations;
  private final Ledger ledger;
  private final LedgerReading reading;
  private final LedgerListener listener;
  private final OpenOffers offers;
  private final Clock clock;

  Interventions(
      Transactions transactions,
      DecisionBases bases,
      LedgerLock lock,
      EscalationStore escalations,
      Ledger ledger,
      LedgerReading reading,
      LedgerListener listener,
      OpenOffers offers,
      Clock clock) {
    this.transactions = transactions;
    this.bases = bases;
    this.lock = lock;
    this.escalations = escalations;
    this.ledger = ledger;
    this.reading = reading;
    this.listener = listener;
    this.offers = offers;
    this.clock = clock;
  }

  /** An escalation whose row is locked, and what is true about it now. */
  private record Situation(SpanView span, DecisionBasis basis, Instant now) {

    UUID id() {
      return span.escalation().id();
    }

    Accountability accountable() {
      return span.rows().intervals().stream()
          .filter(interval -> interval.covers(now))
          .findFirst()
          .orElseThrow(() -> Problem.conflict("not-assigned", "Nobody is accountable for it yet"));
    }

    /** Accountable now, and nobody is to follow. */
    boolean isCarriedBy(String tam) {
      Accountability last = accountable();
      return last.tam().equals(tam) && last.end() == null;
    }
  }

  private interface Deed {
    Uni<Void> in(UnitOfWork unit, Situation situation);
  }

  /**
   * An on-duty TAM becomes accountable at once; of what is offered to them it is the acceptance.
   * Refused with 403 when the TAM is neither on duty nor asked, 409 when the escalation is closed,
   * 400 without the read-back that an acceptance needs.
   *
   * @param readBack their own words, or null
   */
  public Uni<SpanView> takeOver(String idOrShortId, String tam, @Nullable String readBack) {
    return act(
        idOrShortId,
        (unit, situation) ->
            offers
                .accept(unit, situation.id(), tam, readBack)
                .chain(
                    accepted ->
                        accepted ? Uni.createFrom().voidItem() : takeOver(unit, situation, tam)));
  }

  private Uni<Void> takeOver(UnitOfWork unit, Situation situation, String tam) {
    Duty duty =
        situation
            .basis()
            .roster()
            .dutyAt(tam, situation.now())
            .orElseThrow(() -> Problem.forbidden("Only who is on duty may take over"));
    return move(unit, situation, tam, duty.region(), AccountabilityBasis.TAKEOVER, null, null);
  }

  /**
   * A manager, or the lead of the region in which it is held, makes somebody accountable at once,
   * on duty or not. Refused with 403 for others, 400 when there is no such TAM at work, 409 when
   * the escalation is closed.
   */
  public Uni<SpanView> reassign(String idOrShortId, String tam, String reason, Actor by) {
    return act(
        idOrShortId,
        (unit, situation) -> {
          if (situation.isCarriedBy(tam)) {
            return Uni.createFrom().voidItem();
          }
          requireLead(situation, by);
          Tam to =
              situation
                  .basis()
                  .inForce()
                  .tam(tam)
                  .filter(known -> known.status() != Tam.Status.INACTIVE)
                  .orElseThrow(
                      () -> Problem.invalid("/tam", "unknown-tam", "There is no TAM " + tam));
          Optional<Duty> duty = situation.basis().roster().dutyAt(tam, situation.now());
          String region = duty.map(Duty::region).orElse(to.region());
          return move(
              unit, situation, tam, region, AccountabilityBasis.REASSIGNED, reason, by.id());
        });
  }

  private static void requireLead(Situation situation, Actor by) {
    String region = situation.accountable().region();
    Person lead =
        situation
            .basis()
            .inForce()
            .region(region)
            .map(known -> situation.basis().person(known.lead()))
            .orElse(null);
    if (!by.has(Roles.MANAGER) && (lead == null || !lead.id().equals(by.id()))) {
      throw Problem.forbidden(
          "It is held in "
              + region
              + ": "
              + (lead == null ? "" : lead.name() + ", who leads it, and ")
              + "managers may reassign it; who is on duty may take it over");
    }
  }

  /**
   * Who is accountable counts as attending until then, also off duty. Refused with 403 for anybody
   * else, 400 for an instant that has passed or is more than {@link #HOLD_MAX} away, 409 when the
   * escalation is closed.
   */
  public Uni<SpanView> hold(String idOrShortId, String tam, Instant until) {
    return act(
        idOrShortId,
        (unit, situation) -> {
          if (!situation.accountable().tam().equals(tam)) {
            throw Problem.forbidden("Only who is accountable may declare a hold");
          }
          if (!until.isAfter(situation.now())) {
            throw Problem.invalid("/until", "past", "A hold ends in the future");
          }
          if (until.isAfter(situation.now().plus(HOLD_MAX))) {
            throw Problem.invalid("/until", "too-long", "A hold lasts at most " + HOLD_MAX);
          }
          return caughtUp(unit, situation)
              .chain(() -> ledger.hold(unit, Set.of(situation.id()), situation.now(), until))
              .chain(
                  held ->
                      held.isEmpty()
                          ? Uni.createFrom().voidItem()
                          : listener.held(unit, held, situation.basis().roster()));
        });
  }

  private Uni<Void> move(
      UnitOfWork unit,
      Situation situation,
      String tam,
      String region,
      AccountabilityBasis basis,
      @Nullable String reason,
      @Nullable String decidedBy) {
    if (situation.isCarriedBy(tam)) {
      return Uni.createFrom().voidItem();
    }
    List<UUID> moved = List.of(situation.id());
    Transfer transfer =
        new Transfer(situation.id(), tam, region, situation.now(), basis, null, null);
    return caughtUp(unit, situation)
        .chain(() -> ledger.transfer(unit, List.of(transfer), reason, decidedBy))
        .chain(() -> listener.moved(unit, moved, situation.basis().roster()));
  }

  /** With the handoffs of boundaries that the engine has not come to yet. */
  private Uni<Void> caughtUp(UnitOfWork unit, Situation situation) {
    return listener.catchUp(
        unit, Map.of(situation.id(), situation.now()), situation.basis().roster());
  }

  private Uni<SpanView> act(String idOrShortId, Deed deed) {
    return transactions.write(
        unit ->
            bases
                .hold(unit)
                .chain(() -> lock.share(unit))
                .chain(() -> lockRow(unit, idOrShortId))
                .chain(() -> reading.read(unit, idOrShortId))
                .chain(span -> situation(unit, span))
                .chain(situation -> deed.in(unit, situation))
                .chain(() -> reading.readExactly(unit, idOrShortId)));
  }

  private Uni<Void> lockRow(UnitOfWork unit, String idOrShortId) {
    return escalations
        .find(unit, idOrShortId)
        .map(found -> found.orElseThrow(() -> Problem.notFound("escalation", idOrShortId)))
        .map(EscalationRow::id)
        .chain(id -> escalations.lock(unit, Set.of(id)))
        .replaceWithVoid();
  }

  private Uni<Situation> situation(UnitOfWork unit, SpanView span) {
    if (span.closed() != null) {
      throw Problem.conflict("escalation-closed", "The escalation is closed");
    }
    return bases
        .around(unit, span.asOf(), span.asOf(), Concerned.NOBODY)
        .map(basis -> new Situation(span, basis, span.asOf()));
  }
}
