package io.meridian.escalation.integration.store;

import io.meridian.escalation.integration.domain.Integration;
import io.meridian.escalation.integration.domain.IntegrationKind;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Integrations as they are stored: their secrets sealed. */
@ApplicationScoped
public class IntegrationStore {
  private static final String INSERT =
      """
      insert into integration (id, kind, name, secret, previous_secret, previous_until, created_at,
                               created_by, revoked_at, revision)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """;
  private static final String UPDATE =
      """
      update integration set secret = $2, previous_secret = $3, previous_until = $4,
                             revoked_at = $5, revision = $6
       where id = $1
      """;
  private static final String FIND = "select * from integration where id = $1";
  private static final String LOCK = FIND + " for update";
  private static final String LIST = "select * from integration where id > $1 order by id limit $2";
  private static final String ACTIVE = "select * from integration where revoked_at is null";

  public Uni<Void> insert(UnitOfWork unit, Integration integration) {
    Tuple row =
        Tuple.tuple()
            .addValue(integration.id())
            .addValue(integration.kind().name())
            .addValue(integration.name())
            .addValue(integration.secret())
            .addValue(integration.previousSecret())
            .addValue(Columns.utcOrNull(integration.previousUntil()))
            .addValue(Columns.utcOrNull(integration.createdAt()))
            .addValue(integration.createdBy())
            .addValue(Columns.utcOrNull(integration.revokedAt()))
            .addValue(integration.revision());
    return unit.query(INSERT, row).replaceWithVoid();
  }

  /** Saves what may change: secrets and revocation. */
  public Uni<Void> update(UnitOfWork unit, Integration integration) {
    Tuple row =
        Tuple.tuple()
            .addValue(integration.id())
            .addValue(integration.secret())
            .addValue(integration.previousSecret())
            .addValue(Columns.utcOrNull(integration.previousUntil()))
            .addValue(Columns.utcOrNull(integration.revokedAt()))
            .addValue(integration.revision());
    return unit.query(UPDATE, row).replaceWithVoid();
  }

  public Uni<Optional<Integration>> find(UnitOfWork unit, UUID id) {
    return first(unit, FIND, id);
  }

  /** The same, locked until the transaction ends. */
  public Uni<Optional<Integration>> lock(UnitOfWork unit, UUID id) {
    return first(unit, LOCK, id);
  }

  /** In the order of their creation, after the one with id {@code after}. */
  public Uni<List<Integration>> list(UnitOfWork unit, UUID after, int count) {
    return all(unit, LIST, Tuple.of(after, count));
  }

  /** All that are not revoked. */
  public Uni<List<Integration>> active(UnitOfWork unit) {
    return all(unit, ACTIVE, Tuple.tuple());
  }

  private static Uni<Optional<Integration>> first(UnitOfWork unit, String sql, UUID id) {
    return all(unit, sql, Tuple.of(id)).map(found -> found.stream().findFirst());
  }

  private static Uni<List<Integration>> all(UnitOfWork unit, String sql, Tuple values) {
    return unit.query(sql, values).map(rows -> Columns.list(rows, IntegrationStore::integration));
  }

  private static Integration integration(Row row) {
    return new Integration(
        row.getUUID("id"),
        IntegrationKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("secret"),
        row.getString("previous_secret"),
        Columns.instantOrNull(row, "previous_until"),
        Columns.instant(row, "created_at"),
        row.getString("created_by"),
        Columns.instantOrNull(row, "revoked_at"),
        row.getLong("revision"));
  }
}
