package io.meridian.customer.store;

import io.meridian.customer.domain.SlaPolicy;
import io.meridian.events.Severity;
import io.meridian.events.SlaTarget;
import io.meridian.events.Tier;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Service levels in PostgreSQL. */
@ApplicationScoped
public class SlaPolicyStore {
  private static final String ALL =
      """
      select p.tier, p.changed_at, p.revision, t.severity, t.acknowledge_within, t.update_every,
             t.mitigate_within, t.resolve_within
        from sla_policy p left join sla_target t on t.tier = p.tier
      """;
  private static final String ADVANCE =
      """
      insert into sla_policy (tier, changed_at, revision) values ($1, $2, $3)
      on conflict (tier) do update
        set changed_at = excluded.changed_at, revision = excluded.revision
        where sla_policy.revision = excluded.revision - 1
      """;
  private static final String CLEAR = "delete from sla_target where tier = $1";
  private static final String INSERT =
      """
      insert into sla_target
        (tier, severity, acknowledge_within, update_every, mitigate_within, resolve_within)
      select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      """;

  /** The policies that somebody has written, by tier. */
  public Uni<Map<Tier, SlaPolicy>> all(UnitOfWork unit) {
    return unit.query(ALL)
        .map(
            rows -> {
              Map<Tier, SlaPolicy> found = new EnumMap<>(Tier.class);
              rows.forEach(row -> found.merge(tier(row), policy(row), SlaPolicyStore::both));
              return found;
            });
  }

  /**
   * Writes a policy one revision further; fails with an optimistic lock failure when somebody else
   * was faster.
   */
  public Uni<Void> write(UnitOfWork unit, SlaPolicy policy) {
    String tier = policy.tier().name();
    OffsetDateTime changedAt = policy.changedAt().atOffset(ZoneOffset.UTC);
    return unit.query(ADVANCE, Tuple.of(tier, changedAt, policy.revision()))
        .invoke(
            rows -> {
              if (rows.rowCount() == 0) {
                throw new OptimisticLockException("policy of " + tier);
              }
            })
        .chain(() -> unit.query(CLEAR, Tuple.of(tier)))
        .chain(() -> unit.query(INSERT, values(tier, policy.targets())))
        .replaceWithVoid();
  }

  private static Tuple values(String tier, List<SlaTarget> targets) {
    return Tuple.of(
        tier,
        targets.stream().map(target -> target.severity().name()).toArray(String[]::new),
        column(targets, SlaTarget::acknowledgeWithin),
        column(targets, SlaTarget::updateEvery),
        column(targets, SlaTarget::mitigateWithin),
        column(targets, SlaTarget::resolveWithin));
  }

  private static String[] column(
      List<SlaTarget> targets, Function<SlaTarget, @Nullable Duration> value) {
    return targets.stream()
        .map(value)
        .map(duration -> duration == null ? null : duration.toString())
        .toArray(String[]::new);
  }

  private static Tier tier(Row row) {
    return Tier.valueOf(row.getString("tier"));
  }

  /** One row's part of a policy: the whole of it but for other rows' targets. */
  private static SlaPolicy policy(Row row) {
    Instant changedAt = Objects.requireNonNull(row.getOffsetDateTime("changed_at")).toInstant();
    String severity = row.getString("severity");
    List<SlaTarget> targets =
        severity == null
            ? List.of()
            : List.of(
                new SlaTarget(
                    Severity.valueOf(severity),
                    duration(row, "acknowledge_within"),
                    duration(row, "update_every"),
                    duration(row, "mitigate_within"),
                    duration(row, "resolve_within")));
    return new SlaPolicy(tier(row), targets, row.getLong("revision"), changedAt);
  }

  private static SlaPolicy both(SlaPolicy one, SlaPolicy other) {
    List<SlaTarget> targets = new ArrayList<>(one.targets());
    targets.addAll(other.targets());
    return new SlaPolicy(one.tier(), targets, one.revision(), one.changedAt());
  }

  private static @Nullable Duration duration(Row row, String column) {
    String text = row.getString(column);
    return text == null ? null : Duration.parse(text);
  }
}
