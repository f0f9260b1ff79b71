package io.meridian.roster.denial;

import io.meridian.events.DenialState;
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

/** Denials as each service has them. */
@ApplicationScoped
public class DenialStore {
  private static final Rows<DenialState> DENIAL =
      Rows.<DenialState>as("told")
          .uuid("id", DenialState::id)
          .text("subject", DenialState::subject)
          .text("token_id", DenialState::tokenId)
          .instant("until", DenialState::until)
          .text("reason", DenialState::reason)
          .text("made_by", DenialState::by)
          .instant("made_at", DenialState::madeAt)
          .text("lifted_by", DenialState::liftedBy)
          .number("revision", DenialState::revision)
          .instant("changed_at", DenialState::changedAt);
  private static final String SAVE =
      """
      insert into denial (%s) select * from %s order by told.id
      on conflict (id) do update set %s where denial.revision < excluded.revision
      """
          .formatted(DENIAL.names(), DENIAL.unnest(), DENIAL.excluded("id"));
  private static final String AGAINST =
      """
      select * from denial
       where lifted_by is null and (subject = $1 or token_id = $2)
         and (until is null or until > $3)
       order by until desc nulls first limit 1
      """;
  private static final String LIST =
      """
      select * from denial
       where ($1::text is null or subject = $1) and ($2::uuid is null or id < $2)
       order by id desc limit $3
      """;

  /** Takes over denials, each only forward; at most one state of each. */
  public Uni<Void> save(UnitOfWork unit, Collection<DenialState> denials) {
    return denials.isEmpty()
        ? Uni.createFrom().voidItem()
        : unit.query(SAVE, DENIAL.tuple(denials)).replaceWithVoid();
  }

  /** What counts against somebody, or the token that they come with; that which lasts longest. */
  public Uni<Optional<DenialState>> against(
      UnitOfWork unit, String subject, @Nullable String tokenId, Instant now) {
    return unit.query(AGAINST, Tuple.of(subject, tokenId, Columns.utc(now)))
        .map(rows -> Columns.list(rows, DenialStore::read).stream().findFirst());
  }

  /** The one with this id. */
  public Uni<Optional<DenialState>> find(UnitOfWork unit, UUID id) {
    return one(unit, "select * from denial where id = $1", id);
  }

  /** The one with this id, locked until the transaction ends. */
  public Uni<Optional<DenialState>> lock(UnitOfWork unit, UUID id) {
    return one(unit, "select * from denial where id = $1 for update", id);
  }

  private static Uni<Optional<DenialState>> one(UnitOfWork unit, String sql, UUID id) {
    return unit.query(sql, Tuple.of(id))
        .map(rows -> Columns.list(rows, DenialStore::read).stream().findFirst());
  }

  /**
   * The newest first, those that count no more too.
   *
   * @param subject only theirs, or null
   * @param before only those that are older, or null
   */
  public Uni<List<DenialState>> list(
      UnitOfWork unit, @Nullable String subject, @Nullable UUID before, int count) {
    return unit.query(LIST, Tuple.of(subject, before, count))
        .map(rows -> Columns.list(rows, DenialStore::read));
  }

  private static DenialState read(Row row) {
    return new DenialState(
        row.getUUID("id"),
        row.getString("subject"),
        row.getString("token_id"),
        Columns.instantOrNull(row, "until"),
        row.getString("reason"),
        row.getString("made_by"),
        Columns.instant(row, "made_at"),
        row.getString("lifted_by"),
        row.getLong("revision"),
        Columns.instant(row, "changed_at"));
  }
}
