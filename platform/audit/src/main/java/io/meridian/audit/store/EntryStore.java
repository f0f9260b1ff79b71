package io.meridian.audit.store;

import io.meridian.audit.domain.AuditEntry;
import io.meridian.audit.domain.AuditFilter;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of the audit log: added, and read; nothing else. */
@ApplicationScoped
public class EntryStore {
  private static final String INSERT = EntryRow.insert(1, "");
  private static final String FIND =
      """
      select txid, id, at, actor_kind, actor, roles, what, object_kind, object_id, before, after,
             reason, trace, token
        from audit_entry
       where (txid, id) < ($1, $2)
         and ($3::text is null or actor = $3) and ($4::text is null or what = $4)
         and ($5::text is null or object_kind = $5) and ($6::text is null or object_id = $6)
         and ($7::timestamptz is null or at >= $7) and ($8::timestamptz is null or at < $8)
       order by txid desc, id desc limit $9
      """;

  /** Writes entries in the caller's transaction, with one statement. */
  public Uni<Void> insert(UnitOfWork unit, List<EntryRow> rows) {
    return unit.query(INSERT, EntryRow.ROWS.tuple(rows)).replaceWithVoid();
  }

  /**
   * The newest entries first.
   *
   * @param transaction with {@code id} the place in the log before which to begin
   */
  public Uni<List<AuditEntry>> find(
      UnitOfWork unit, AuditFilter filter, long transaction, long id, int limit) {
    Tuple arguments =
        Tuple.tuple()
            .addLong(transaction)
            .addLong(id)
            .addString(filter.who())
            .addString(filter.what())
            .addString(filter.kind())
            .addString(filter.object())
            .addValue(Columns.utcOrNull(filter.from()))
            .addValue(Columns.utcOrNull(filter.until()))
            .addInteger(limit);
    return unit.query(FIND, arguments).map(rows -> Columns.list(rows, EntryStore::read));
  }

  private static AuditEntry read(Row row) {
    String roles = row.getString("roles");
    return new AuditEntry(
        row.getLong("txid"),
        row.getLong("id"),
        Columns.instant(row, "at"),
        row.getString("actor_kind"),
        row.getString("actor"),
        roles.isEmpty() ? List.of() : List.of(roles.split(",")),
        row.getString("what"),
        row.getString("object_kind"),
        row.getString("object_id"),
        hex(row.getBuffer("before")),
        hex(row.getBuffer("after")),
        row.getString("reason"),
        row.getString("trace"),
        row.getString("token"));
  }

  private static @Nullable String hex(@Nullable Buffer hash) {
    return hash == null ? null : HexFormat.of().formatHex(hash.getBytes());
  }
}
