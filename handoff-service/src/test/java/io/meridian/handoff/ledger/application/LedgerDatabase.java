package io.meridian.handoff.ledger.application;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.GapCause;
import io.meridian.handoff.Tables;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.domain.GapReason;
import io.meridian.handoff.ledger.domain.Hold;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables as a test sees and prepares them, by plain SQL. */
public final class LedgerDatabase {
  private final Pool pool;

  public LedgerDatabase(Pool pool) {
    this.pool = pool;
  }

  public RowSet<Row> sql(String statement, Object... values) {
    return Tables.run(pool, statement, values);
  }

  /** Forgets everything that was ever here. */
  public void clear() {
    sql(
        "truncate escalation, customer, accountability, hold, gap, gap_voided, regime, stay, rest, rest_voided, rests_kept, tam_load, ledger_settled, shift, calendar_version,"
            + " calendar_history, tam");
  }

  /** A calendar of three regions with leads and no rules: the roster is what the test says. */
  public void calendar() {
    JsonArray regions = new JsonArray();
    JsonArray tams = new JsonArray();
    for (String code : List.of("APAC", "EMEA", "AMER")) {
      String name = code.toLowerCase(java.util.Locale.ROOT);
      regions.add(JsonObject.of("code", code, "name", code, "zone", "UTC", "lead", name + "-lead"));
      for (String who : List.of("0", "1", "2", "lead")) {
        tams.add(tam(name + "-" + who, code));
        sql("insert into tam values ($1, 'Name of ' || $1)", name + "-" + who);
      }
    }
    JsonObject document = JsonObject.of("regions", regions, "tams", tams);
    for (String part : List.of("rotations", "shiftPatterns", "overrides", "leaves", "holidays")) {
      document.put(part, new JsonArray());
    }
    sql(
        "insert into calendar_version (id, revision, document, applied_at, applied_by, tzdb)"
            + " values (gen_random_uuid(), 1, $1, '2020-01-01', 'test', 'test')",
        document);
    sql(
        "insert into calendar_history (first_applied_at, materialised_until) values ('2020-01-01', '2100-01-01')");
  }

  private static JsonObject tam(String id, String region) {
    return JsonObject.of(
        "id",
        id,
        "name",
        "Name of " + id,
        "email",
        null,
        "region",
        region,
        "zone",
        "UTC",
        "status",
        "ACTIVE",
        "skills",
        new JsonArray(),
        "languages",
        JsonArray.of("en"));
  }

  /** The whole roster, past and future. */
  public void roster(List<Shift> shifts) {
    sql("delete from shift");
    for (Shift s : shifts) {
      sql(
          "insert into shift (id, region, start_at, end_at, slot_start, slot_end, zone, primary_tam, secondary_tam,"
              + " shadows, pattern, tzdb, revision, changed_at)"
              + " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '{}', 'p', 'test', 1, $3)",
          s.id(),
          s.region(),
          at(s.start()),
          at(s.end()),
          at(s.slotStart()),
          at(s.slotEnd()),
          s.zone().getId(),
          s.primary(),
          s.secondary());
    }
  }

  /** Intervals of every escalation, by span. */
  public Map<String, List<Accountability>> accountability() {
    return grouped(
        "select escalation_id, opened_at, tam, region, lower(during) as starts, upper(during) as ends, basis,"
            + " handoff_id, reason from accountability order by 1, 2, 5",
        row ->
            new Accountability(
                row.getString("tam"),
                row.getString("region"),
                instant(row, "starts"),
                instantOrNull(row, "ends"),
                AccountabilityBasis.valueOf(row.getString("basis")),
                row.getUUID("handoff_id"),
                row.getString("reason")),
        row -> row.getUUID("escalation_id") + " " + instant(row, "opened_at"));
  }

  public Map<String, List<Hold>> holds() {
    return grouped(
        "select escalation_id, tam, lower(during) as starts, upper(during) as ends from hold order by 1, 3",
        row -> new Hold(row.getString("tam"), instant(row, "starts"), instant(row, "ends")),
        row -> row.getUUID("escalation_id").toString());
  }

  public Map<String, List<Gap>> gaps() {
    return grouped(
        "select escalation_id, lower(during) as starts, upper(during) as ends, cause, tam, from_region, to_region,"
            + " shift_change_id from gap order by 1, 2",
        row ->
            new Gap(
                instant(row, "starts"),
                instantOrNull(row, "ends"),
                new GapReason(
                    GapCause.valueOf(row.getString("cause")),
                    row.getString("tam"),
                    row.getString("from_region"),
                    row.getString("to_region"),
                    row.getUUID("shift_change_id"))),
        row -> row.getUUID("escalation_id").toString());
  }

  /** TAM to "open/sev1", as kept by differences. */
  public Map<String, String> loads() {
    return loads("select tam, open, sev1 from tam_load where (open, sev1) <> (0, 0)");
  }

  /** The same, counted. */
  public Map<String, String> countedLoads() {
    return loads(
        "select a.tam, count(*)::int as open, count(*) filter (where e.severity = 'SEV1')::int as sev1"
            + " from accountability a join escalation e on e.id = a.escalation_id where upper_inf(a.during) group by 1");
  }

  private Map<String, String> loads(String query) {
    Map<String, String> loads = new TreeMap<>();
    sql(query)
        .forEach(
            r -> loads.put(r.getString("tam"), r.getInteger("open") + "/" + r.getInteger("sev1")));
    return loads;
  }

  private <T> Map<String, List<T>> grouped(
      String query, Function<Row, T> item, Function<Row, String> key) {
    Map<String, List<T>> groups = new TreeMap<>();
    sql(query)
        .forEach(
            r -> groups.computeIfAbsent(key.apply(r), k -> new ArrayList<>()).add(item.apply(r)));
    return groups;
  }

  public static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static @Nullable Instant instantOrNull(Row row, String column) {
    OffsetDateTime at = row.getOffsetDateTime(column);
    return at == null ? null : at.toInstant();
  }
}
