package io.meridian.testkit.audit;

import io.meridian.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log of the service under test, as its table has it.
 *
 * @param before 64 hexadecimal digits, or null; {@code after} likewise
 */
public record WrittenEntry(
    String actorKind,
    String actor,
    String roles,
    String what,
    String kind,
    String object,
    @Nullable String before,
    @Nullable String after,
    @Nullable String reason,
    @Nullable String trace,
    @Nullable String token) {

  private static final String SELECT =
      """
      select actor_kind, actor, roles, what, object_kind, object_id, encode(before, 'hex'),
             encode(after, 'hex'), reason, trace, token
        from audit_entry where id > ? order by txid, id
      """;

  /** Those that were written after the one with this number, in their order. */
  public static List<WrittenEntry> after(long number) {
    List<WrittenEntry> entries = new ArrayList<>();
    try (Connection connection = TestDatabase.connect();
        PreparedStatement sql = connection.prepareStatement(SELECT)) {
      sql.setLong(1, number);
      try (ResultSet row = sql.executeQuery()) {
        while (row.next()) {
          entries.add(
              new WrittenEntry(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  row.getString(5),
                  row.getString(6),
                  row.getString(7),
                  row.getString(8),
                  row.getString(9),
                  row.getString(10),
                  row.getString(11)));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number of the last one, 0 for none. */
  public static long last() {
    try (Connection connection = TestDatabase.connect();
        Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("select coalesce(max(id), 0) from audit_entry")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
