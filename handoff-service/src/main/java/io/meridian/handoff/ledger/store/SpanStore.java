package io.meridian.handoff.ledger.store;

import static io.meridian.runtime.sql.Columns.ids;
import static io.meridian.runtime.sql.Columns.instants;

import io.meridian.events.AccountabilityBasis;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Hold;
import io.meridian.handoff.ledger.domain.LedgerGap;
import io.meridian.handoff.ledger.domain.LedgerRest;
import io.meridian.handoff.ledger.domain.Parts;
import io.meridian.handoff.ledger.domain.Regime;
import io.meridian.handoff.ledger.domain.SpanLedger;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the ledgers of many spans in a few statements. */
@ApplicationScoped
public class SpanStore {

  private static final String INTERVALS =
      """
      select a.escalation_id, a.tam, a.region, lower(a.during) as starts, upper(a.during) as ends,
             a.basis, a.handoff_id, a.reason, a.decided_by
      from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as r (id, opened_at, since)
      join accountability a on a.escalation_id = r.id and a.opened_at = r.opened_at
        and (upper_inf(a.during) or upper(a.during) >= r.since)
      order by a.escalation_id, lower(a.during)
      """;
  private static final String HOLDS =
      """
      select h.escalation_id, h.tam, lower(h.during) as starts, upper(h.during) as ends
      from unnest($1::uuid[], $2::timestamptz[]) as r (id, since)
      join hold h on h.escalation_id = r.id and upper(h.during) > r.since
      order by h.escalation_id, lower(h.during)
      """;

  private final GapStore gaps;
  private final RestStore rests;
  private final RegimeStore regimes;

  SpanStore(GapStore gaps, RestStore rests, RegimeStore regimes) {
    this.gaps = gaps;
    this.rests = rests;
    this.regimes = regimes;
  }

  /** The ledgers, in the order of the requests; intervals that ended before are left out. */
  public Uni<List<SpanLedger>> load(UnitOfWork unit, Collection<SpanRequest> requests) {
    if (requests.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return intervals(unit, requests)
        .chain(
            intervals -> {
              Map<UUID, Instant> from = starts(requests, intervals);
              return Uni.combine()
                  .all()
                  .unis(
                      holds(unit, from),
                      gaps.since(unit, from),
                      rests.since(unit, from),
                      regimes.of(unit, openings(requests)))
                  .with(
                      (holds, found, rested, served) ->
                          requests.stream()
                              .map(
                                  request ->
                                      ledger(request, intervals, holds, found, rested, served))
                              .toList());
            });
  }

  private static SpanLedger ledger(
      SpanRequest request,
      Map<UUID, List<Accountability>> intervals,
      Map<UUID, List<Hold>> holds,
      Map<UUID, List<LedgerGap>> gaps,
      Map<UUID, List<LedgerRest>> rests,
      Map<UUID, List<Regime>> regimes) {
    UUID id = request.escalation().id();
    return new SpanLedger(
        request.escalation().toDomain(),
        intervals.getOrDefault(id, List.of()),
        new Parts(
            holds.getOrDefault(id, List.of()),
            gaps.getOrDefault(id, List.of()),
            rests.getOrDefault(id, List.of()),
            regimes.getOrDefault(id, List.of())));
  }

  private static Map<UUID, Instant> openings(Collection<SpanRequest> requests) {
    Map<UUID, Instant> openings = new HashMap<>();
    requests.forEach(r -> openings.put(r.escalation().id(), r.escalation().openedAt()));
    return openings;
  }

  /** From where on each ledger is loaded: the start of its first interval. */
  private static Map<UUID, Instant> starts(
      Collection<SpanRequest> requests, Map<UUID, List<Accountability>> intervals) {
    Map<UUID, Instant> starts = new HashMap<>();
    for (SpanRequest request : requests) {
      EscalationRow escalation = request.escalation();
      List<Accountability> own = intervals.getOrDefault(escalation.id(), List.of());
      starts.put(escalation.id(), own.isEmpty() ? escalation.openedAt() : own.getFirst().start());
    }
    return starts;
  }

  private static Uni<Map<UUID, List<Accountability>>> intervals(
      UnitOfWork unit, Collection<SpanRequest> requests) {
    return unit.query(
            INTERVALS,
            Tuple.of(
                ids(requests, request -> request.escalation().id()),
                instants(requests, request -> request.escalation().openedAt()),
                instants(requests, SpanRequest::since)))
        .map(rows -> Columns.grouped(rows, "escalation_id", SpanStore::accountability));
  }

  private static Uni<Map<UUID, List<Hold>>> holds(UnitOfWork unit, Map<UUID, Instant> from) {
    List<UUID> ids = List.copyOf(from.keySet());
    return unit.query(HOLDS, Tuple.of(ids(ids, id -> id), instants(ids, from::get)))
        .map(rows -> Columns.grouped(rows, "escalation_id", SpanStore::hold));
  }

  static Accountability accountability(Row row) {
    return new Accountability(
        row.getString("tam"),
        row.getString("region"),
        Columns.instant(row, "starts"),
        Columns.instantOrNull(row, "ends"),
        AccountabilityBasis.valueOf(row.getString("basis")),
        row.getUUID("handoff_id"),
        row.getString("reason"),
        row.getString("decided_by"));
  }

  static Hold hold(Row row) {
    return new Hold(
        row.getString("tam"), Columns.instant(row, "starts"), Columns.instant(row, "ends"));
  }
}
