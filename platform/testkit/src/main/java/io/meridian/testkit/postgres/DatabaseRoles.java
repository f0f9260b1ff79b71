package io.meridian.testkit.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The two roles of a service's database: a migrator, who owns it and all that is in it, and the
 * service, who owns nothing. What the service may do is granted by the migrations themselves.
 *
 * @param database lower-case letters and underscores; also how the roles' names begin
 * @param migratorPassword of {@link #migrator()}
 * @param servicePassword of {@link #service()}
 */
public record DatabaseRoles(String database, String migratorPassword, String servicePassword) {

  /** What the server ends by itself: a statement, and a transaction in which nothing is asked. */
  private static final String LIMITS =
      "alter role %1$s set statement_timeout = '60s';"
          + " alter role %1$s set idle_in_transaction_session_timeout = '30s'";

  /** Gives what an earlier version made as superuser to the migrator. */
  private static final String HAND_OVER =
      """
      do $$
      declare
        thing record;
      begin
        for thing in
          select format('alter %%s %%I.%%I owner to %1$s',
                   case c.relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end,
                   n.nspname, c.relname) as command
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'S')
             and c.relowner <> '%1$s'::regrole
             and not exists (select from pg_depend d
               where d.objid = c.oid and c.relkind = 'S' and d.deptype in ('a', 'i'))
          union all
          select format('alter routine %%s owner to %1$s', p.oid::regprocedure)
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'public' and p.proowner <> '%1$s'::regrole
             and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
        loop
          execute thing.command;
        end loop;
      end
      $$
      """;

  public DatabaseRoles {
    if (!database.matches("[a-z_]+")) {
      throw new IllegalArgumentException("no name of a database of ours: " + database);
    }
  }

  /** Owns the database; only migrations run as this role. */
  public String migrator() {
    return database + "_migrator";
  }

  /** Owns nothing, and may what the migrations granted. */
  public String service() {
    return database + "_service";
  }

  /**
   * Makes the roles and the database as far as they are missing.
   *
   * @param server to any database of the server, as superuser
   * @return whether the database is new
   */
  public boolean ensureAt(Connection server) throws SQLException {
    try (Statement sql = server.createStatement()) {
      ensureRole(sql, migrator(), migratorPassword);
      ensureRole(sql, service(), servicePassword);
      sql.execute(LIMITS.formatted(service()));
      boolean isNew =
          !exists(sql, "select from pg_database where datname = '%s'".formatted(database));
      if (isNew) {
        sql.execute("create database %s owner %s".formatted(database, migrator()));
      } else {
        sql.execute("alter database %s owner to %s".formatted(database, migrator()));
      }
      sql.execute("revoke connect, temporary on database %s from public".formatted(database));
      sql.execute("grant connect on database %s to %s".formatted(database, service()));
      return isNew;
    }
  }

  /**
   * Makes the migrator the owner of what is in the database.
   *
   * @param connection to this database, as superuser
   */
  public void handOver(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute(HAND_OVER.formatted(migrator()));
    }
  }

  /** Sets the password each time: the one that is kept beside the server is the one that counts. */
  private static void ensureRole(Statement sql, String name, String password) throws SQLException {
    String verb =
        exists(sql, "select from pg_roles where rolname = '%s'".formatted(name))
            ? "alter"
            : "create";
    sql.execute(
        "%s role %s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%s'"
            .formatted(verb, name, password.replace("'", "''")));
  }

  private static boolean exists(Statement sql, String query) throws SQLException {
    try (ResultSet rows = sql.executeQuery(query)) {
      return rows.next();
    }
  }
}
