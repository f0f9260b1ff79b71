package io.meridian.roster.token;

import io.meridian.events.ApiTokenState;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens of programs as each service has them. */
@ApplicationScoped
public class ApiTokenStore {
  /** Operations are one line each. */
  private static final String SEPARATOR = "\n";

  private static final Rows<ApiTokenState> TOKEN =
      Rows.<ApiTokenState>as("told")
          .uuid("id", ApiTokenState::id)
          .text("name", ApiTokenState::name)
          .text("prefix", ApiTokenState::prefix)
          .text("hash", ApiTokenState::hash)
          .text("previous_hash", ApiTokenState::previousHash)
          .instant("previous_until", ApiTokenState::previousUntil)
          .text("subject", ApiTokenState::subject)
          .text("role", ApiTokenState::role)
          .text("operations", token -> String.join(SEPARATOR, token.operations()))
          .instant("expires_at", ApiTokenState::expiresAt)
          .text("made_by", ApiTokenState::by)
          .instant("issued_at", ApiTokenState::issuedAt)
          .text("revoked_by", ApiTokenState::revokedBy)
          .number("revision", ApiTokenState::revision)
          .instant("changed_at", ApiTokenState::changedAt);
  private static final String SAVE =
      """
      insert into api_token (%s) select * from %s order by told.id
      on conflict (id) do update set %s where api_token.revision < excluded.revision
      """
          .formatted(TOKEN.names(), TOKEN.unnest(), TOKEN.excluded("id"));
  private static final String USED =
      """
      update api_token set last_used_at = $2
       where id = $1 and (last_used_at is null or last_used_at < $2)
      """;
  private static final String LIST =
      """
      select * from api_token
       where ($1::uuid is null or id < $1) and (last_used_at is not null or not $3)
       order by id desc limit $2
      """;

  /**
   * A token, and when it was last used here.
   *
   * @param lastUsedAt to the minute; null when it never was
   */
  public record Known(ApiTokenState token, @Nullable Instant lastUsedAt) {}

  /** Takes over tokens, each only forward; at most one state of each. */
  public Uni<Void> save(UnitOfWork unit, Collection<ApiTokenState> tokens) {
    return tokens.isEmpty()
        ? Uni.createFrom().voidItem()
        : unit.query(SAVE, TOKEN.tuple(tokens)).replaceWithVoid();
  }

  /** The one with this prefix. */
  public Uni<Optional<Known>> withPrefix(UnitOfWork unit, String prefix) {
    return one(unit, "select * from api_token where prefix = $1", prefix);
  }

  /** The one with this id. */
  public Uni<Optional<Known>> find(UnitOfWork unit, UUID id) {
    return one(unit, "select * from api_token where id = $1", id);
  }

  /** The one with this id, locked until the transaction ends. */
  public Uni<Optional<Known>> lock(UnitOfWork unit, UUID id) {
    return one(unit, "select * from api_token where id = $1 for update", id);
  }

  private static Uni<Optional<Known>> one(UnitOfWork unit, String sql, Object key) {
    return unit.query(sql, Tuple.of(key))
        .map(rows -> Columns.list(rows, ApiTokenStore::read).stream().findFirst());
  }

  /** The newest first, those that count no more too; those before an id, or all. */
  public Uni<List<Known>> list(UnitOfWork unit, @Nullable UUID before, int count) {
    return list(unit, before, count, false);
  }

  /** Likewise, of those that were used here. */
  public Uni<List<Known>> usedHere(UnitOfWork unit, @Nullable UUID before, int count) {
    return list(unit, before, count, true);
  }

  private static Uni<List<Known>> list(
      UnitOfWork unit, @Nullable UUID before, int count, boolean used) {
    return unit.query(LIST, Tuple.of(before, count, used))
        .map(rows -> Columns.list(rows, ApiTokenStore::read));
  }

  /** Notes that it was used here. */
  public Uni<Void> used(UnitOfWork unit, UUID id, Instant at) {
    return unit.query(USED, Tuple.of(id, Columns.utc(at))).replaceWithVoid();
  }

  private static Known read(Row row) {
    return new Known(
        new ApiTokenState(
            row.getUUID("id"),
            row.getString("name"),
            row.getString("prefix"),
            row.getString("hash"),
            row.getString("previous_hash"),
            Columns.instantOrNull(row, "previous_until"),
            row.getString("subject"),
            row.getString("role"),
            List.of(row.getString("operations").split(SEPARATOR)),
            Columns.instant(row, "expires_at"),
            row.getString("made_by"),
            Columns.instant(row, "issued_at"),
            row.getString("revoked_by"),
            row.getLong("revision"),
            Columns.instant(row, "changed_at")),
        Columns.instantOrNull(row, "last_used_at"));
  }
}
