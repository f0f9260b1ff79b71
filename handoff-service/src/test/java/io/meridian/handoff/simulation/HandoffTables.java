package io.meridian.handoff.simulation;

import static io.meridian.handoff.simulation.CalendarTables.done;
import static io.meridian.handoff.simulation.CalendarTables.item;
import static java.util.Comparator.comparing;

import io.meridian.events.BriefingStatus;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.store.PlannedChange;
import io.meridian.handoff.duty.store.ShiftChangeStore;
import io.meridian.handoff.handoff.domain.Handoff;
import io.meridian.handoff.handoff.domain.Stage;
import io.meridian.handoff.handoff.store.EscalationSummary;
import io.meridian.handoff.handoff.store.HandoffStore;
import io.meridian.handoff.handoff.store.HandoffWithSubject;
import io.meridian.handoff.ledger.store.EscalationRow;
import io.meridian.handoff.simulation.Tables.HandoffRow;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Vetoed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The stores of handoffs and shift changes. */
final class HandoffTables {
  /** Nobody has written a briefing. */
  static final BriefingStatus UNWRITTEN = new BriefingStatus(0, List.of());

  private HandoffTables() {}

  static EscalationSummary subject(Tables tables, UUID escalation) {
    EscalationRow row = tables.escalations.get(escalation);
    return new EscalationSummary(row.id(), row.shortId(), row.severity(), row.title());
  }

  /** Handoffs. */
  @Vetoed
  static final class Store extends HandoffStore {
    private final Tables tables;
    private final Saboteur saboteur;

    Store(Tables tables, Saboteur saboteur) {
      this.tables = tables;
      this.saboteur = saboteur;
    }

    @Override
    public Uni<Void> insert(
        UnitOfWork unit, List<HandoffWithSubject> all, Instant now, Instant asOf) {
      for (HandoffWithSubject item : all) {
        Handoff handoff = item.handoff();
        UUID escalation = handoff.plan().escalationId();
        if (saboteur.strikes(Fault.LOST_HANDOFF)) {
          continue;
        }
        if (tables.handoffs.get(handoff.plan().id()) != null) {
          throw new IllegalStateException("a second handoff with the id of " + handoff);
        }
        if (!handoff.stage().status().isFinished() && tables.unfinished(escalation) != null) {
          throw new IllegalStateException("a second unfinished handoff: " + handoff);
        }
        if (tables.changes.get(handoff.plan().shiftChangeId()) == null) {
          throw new IllegalStateException("no shift change for " + handoff);
        }
        tables.handoffs.put(handoff.plan().id(), new HandoffRow(handoff, asOf));
        tables.briefings.put(handoff.plan().id(), item.briefing());
        Tables.change(
            tables.handoffsOf,
            escalation,
            ids -> {
              ids.add(handoff.plan().id());
              return ids;
            });
      }
      return done();
    }

    @Override
    public Uni<Void> update(UnitOfWork unit, List<Handoff> all, Instant asOf) {
      for (Handoff handoff : all) {
        HandoffRow row = tables.handoffs.get(handoff.plan().id());
        if (row == null || row.handoff().revision() != handoff.revision() - 1) {
          throw new IllegalStateException("lost update of " + handoff + " after " + row);
        }
        Instant decided = row.asOf().isAfter(asOf) ? row.asOf() : asOf;
        tables.handoffs.put(handoff.plan().id(), new HandoffRow(handoff, decided));
      }
      return done();
    }

    @Override
    public Uni<Map<Pair, Integer>> earlier(
        UnitOfWork unit, Collection<UUID> changes, Collection<UUID> escalations) {
      Map<Pair, Integer> counts = new HashMap<>();
      rows(h ->
              changes.contains(h.plan().shiftChangeId())
                  && escalations.contains(h.plan().escalationId()))
          .forEach(
              h ->
                  counts.merge(
                      new Pair(h.plan().shiftChangeId(), h.plan().escalationId()),
                      1,
                      Integer::sum));
      return item(counts);
    }

    @Override
    public Uni<List<HandoffWithSubject>> find(UnitOfWork unit, Collection<UUID> ids) {
      return items(
          ids.stream()
              .distinct()
              .map(tables.handoffs::get)
              .filter(Objects::nonNull)
              .map(HandoffRow::handoff)
              .map(this::reopened));
    }

    /** As if nobody had accepted it, when that fault is planted. */
    private Handoff reopened(Handoff handoff) {
      if (!(handoff.stage() instanceof Stage.Taken accepted)
          || !saboteur.strikes(Fault.SECOND_ACCEPTANCE)) {
        return handoff;
      }
      Stage before = new Stage.Offered(accepted.by(), accepted.offeredAt(), accepted.acceptBy());
      return new Handoff(
          handoff.plan(),
          before,
          handoff.attempts(),
          handoff.lateness(),
          handoff.revision(),
          handoff.changedAt());
    }

    @Override
    public Uni<List<HandoffWithSubject>> expired(UnitOfWork unit, Instant at, int limit) {
      return items(
          rows(h -> h.stage() instanceof Stage.Offered o && !o.acceptBy().isAfter(at))
              .limit(limit));
    }

    @Override
    public Uni<List<HandoffWithSubject>> cancellable(
        UnitOfWork unit, Collection<UUID> escalations, Instant at) {
      return items(
          rows(
              h ->
                  escalations.contains(h.plan().escalationId())
                      && (h.stage() instanceof Stage.Unfinished
                          || h.stage() instanceof Stage.Taken a && a.effectiveFrom().isAfter(at))));
    }

    @Override
    public Uni<List<UUID>> escalationsOf(UnitOfWork unit, Collection<UUID> ids) {
      return item(
          ids.stream()
              .map(tables.handoffs::get)
              .filter(Objects::nonNull)
              .map(row -> row.handoff().plan().escalationId())
              .distinct()
              .sorted()
              .toList());
    }

    @Override
    public Uni<Void> lock(UnitOfWork unit, Collection<UUID> escalations) {
      return done();
    }

    private Stream<Handoff> rows(Predicate<Handoff> wanted) {
      return tables.handoffs.values().stream().map(HandoffRow::handoff).filter(wanted);
    }

    private Uni<List<HandoffWithSubject>> items(Stream<Handoff> handoffs) {
      return item(
          handoffs
              .sorted(
                  comparing((Handoff h) -> h.plan().shiftChangeId())
                      .thenComparing(h -> h.plan().id()))
              .map(
                  h ->
                      new HandoffWithSubject(
                          h,
                          subject(tables, h.plan().escalationId()),
                          tables.briefings.get(h.plan().id(), UNWRITTEN)))
              .toList());
    }
  }

  /** Shift changes. */
  @Vetoed
  static final class Changes extends ShiftChangeStore {
    private final Tables tables;

    Changes(Tables tables) {
      this.tables = tables;
    }

    @Override
    public Uni<Map<UUID, PlannedChange>> planned(UnitOfWork unit, Collection<UUID> ids) {
      return item(tables.changes.rows(ids));
    }

    @Override
    public Uni<Void> prepare(
        UnitOfWork unit, Collection<ShiftChange> all, Instant preparedAt, Duration lateness) {
      for (ShiftChange c : all) {
        PlannedChange known = tables.changes.get(c.id());
        PlannedChange now =
            new PlannedChange(
                c.id(),
                c.fromRegion(),
                c.toRegion(),
                c.boundary(),
                c.incoming(),
                known == null ? c.prepareAt() : known.prepareAt(),
                known == null ? c.acceptBy() : known.acceptBy(),
                known == null || known.preparedAt() == null ? preparedAt : known.preparedAt(),
                known == null || known.lateness() == null ? lateness : known.lateness());
        if (!now.equals(known)) {
          tables.changes.put(c.id(), now);
        }
      }
      return done();
    }

    @Override
    public Uni<Void> foresee(UnitOfWork unit, Collection<ShiftChange> all) {
      for (ShiftChange c : all) {
        if (tables.changes.get(c.id()) == null) {
          tables.changes.put(
              c.id(),
              new PlannedChange(
                  c.id(),
                  c.fromRegion(),
                  c.toRegion(),
                  c.boundary(),
                  c.incoming(),
                  c.prepareAt(),
                  c.acceptBy(),
                  null,
                  null));
        }
      }
      return done();
    }
  }
}
