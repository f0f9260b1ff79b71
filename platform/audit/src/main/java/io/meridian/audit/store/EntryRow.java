package io.meridian.audit.store;

import io.meridian.audit.act.Act;
import io.meridian.audit.domain.Change;
import io.meridian.audit.domain.Hash;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.trace.Trace;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log as it is written.
 *
 * @param before the hash of the object before, where an entry beside this one says it; else null
 */
public record EntryRow(Instant at, Act act, Change change, @Nullable Hash before) {
  /** Its columns, in a statement under the name {@code a}. */
  public static final Rows<EntryRow> ROWS =
      Rows.<EntryRow>as("a")
          .instant("at", EntryRow::at)
          .text("actor_kind", row -> row.act().actor().kind().name())
          .text("actor", row -> row.act().actor().id())
          .text("roles", EntryRow::roles)
          .text("what", EntryRow::what)
          .text("object_kind", row -> row.change().kind())
          .text("object_id", row -> row.change().id())
          .text("before", row -> hex(row.before()))
          .text("after", row -> hex(row.change().after()))
          .text("reason", row -> row.act().reason())
          .text("trace", EntryRow::trace)
          .text("token", row -> row.act().actor().token());

  /**
   * Writes what {@code a} has. The hash before is the one after the object's last entry: one look
   * into the index for each, by a comparison of rows so that no statistics make it another.
   */
  private static final String BEFORE =
      """
      left join lateral (
          select e.object_id, e.object_kind, e.after from audit_entry e
           where (e.object_id, e.object_kind, e.id)
                 <= (a.object_id, a.object_kind, 9223372036854775807)
           order by e.object_id desc, e.object_kind desc, e.id desc limit 1) b on true\
      """;

  private static final String FOUND =
      """
      coalesce(decode(a.before, 'hex'),
        case when b.object_id = a.object_id and b.object_kind = a.object_kind then b.after end)\
      """;

  private static final String INSERT =
      """
      insert into audit_entry
        (at, actor_kind, actor, roles, what, object_kind, object_id, before, after, reason, trace,
         token)
      select a.at, a.actor_kind, a.actor, a.roles, a.what, a.object_kind, a.object_id, %s,
             decode(a.after, 'hex'), a.reason, a.trace, a.token
        from %s%s %s
       order by a.ord\
      """;

  /**
   * The statement that writes entries.
   *
   * @param first the number of its first parameter
   * @param joined what the entries are joined with, so that only some are written; or nothing
   */
  public static String insert(int first, String joined) {
    return INSERT.formatted(FOUND, ROWS.numbered(first), joined, BEFORE);
  }

  /** The same for objects that are all new: nobody looks for entries of before. */
  public static String insertFirst(int first, String joined) {
    return INSERT.formatted("decode(a.before, 'hex')", ROWS.numbered(first), joined, "");
  }

  private String roles() {
    return act.actor().roles().stream().sorted().collect(Collectors.joining(","));
  }

  private String what() {
    String operation = act.operation();
    return operation == null ? change.fact() : operation;
  }

  private static @Nullable String hex(@Nullable Hash hash) {
    return hash == null ? null : hash.hex();
  }

  private @Nullable String trace() {
    Trace trace = act.trace();
    return trace == null ? null : trace.traceId();
  }
}
