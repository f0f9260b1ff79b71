package io.meridian.escalation.escalation.store;

import io.meridian.events.Topic;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one statement that writes a batch: escalations, timeline and outbox. */
final class BatchSql {

  record Column(String name, String type) {}

  static final List<Column> CHANGE_COLUMNS =
      List.of(
          new Column("id", "uuid"),
          new Column("number", "bigint"),
          new Column("title", "text"),
          new Column("description", "text"),
          new Column("severity", "text"),
          new Column("status", "text"),
          new Column("customer_id", "uuid"),
          new Column("tags", "text"),
          new Column("external_system", "text"),
          new Column("external_id", "text"),
          new Column("external_version", "bigint"),
          new Column("external_url", "text"),
          new Column("ticket", "text"),
          new Column("ticket_delivery", "text"),
          new Column("created_at", "timestamptz"),
          new Column("opened_at", "timestamptz"),
          new Column("acknowledged_by", "text"),
          new Column("acknowledged_at", "timestamptz"),
          new Column("resolved_at", "timestamptz"),
          new Column("closed_at", "timestamptz"),
          new Column("revision", "bigint"),
          new Column("changed_at", "timestamptz"),
          new Column("revision_before", "bigint"),
          new Column("ticket_delivery_before", "text"));

  static final List<Column> FACT_COLUMNS =
      List.of(
          new Column("escalation_id", "uuid"),
          new Column("revision", "bigint"),
          new Column("at", "timestamptz"),
          new Column("actor", "text"),
          new Column("kind", "text"),
          new Column("text", "text"),
          new Column("from_value", "text"),
          new Column("to_value", "text"),
          new Column("event_id", "uuid"),
          new Column("type", "text"),
          new Column("data", "text"),
          new Column("traceparent", "text"));

  /** Columns of the table that an update may change. */
  private static final List<String> CHANGEABLE =
      List.of(
          "title",
          "description",
          "severity",
          "status",
          "customer_id",
          "external_version",
          "external_url",
          "ticket",
          "ticket_delivery",
          "opened_at",
          "acknowledged_by",
          "acknowledged_at",
          "resolved_at",
          "closed_at",
          "revision",
          "changed_at");

  /** New rows go in in the order given, so two batches never wait for each other in a circle. */
  private static final String OPENED =
      """
      with input as materialized (
        select * from unnest(%s) as t (%s)
      ), opened as (
        insert into escalation (%s)
        select %s from input where revision_before is null
        on conflict (external_system, external_id) where external_id is not null do nothing
        returning id
      )""";

  /** Changed rows are locked after the new ones are in, in the order of their ids. */
  private static final String CHANGED =
      """
      , changed as (
        update escalation e set %s
          from (select i.* from input i join escalation l on l.id = i.id
                 where i.revision_before is not null order by l.id for update of l) i
         where e.id = i.id and e.revision = i.revision_before
           and e.ticket_delivery is not distinct from i.ticket_delivery_before
        returning e.id
      ), saved as (
        select id from opened union all select id from changed
      )""";

  private static final String NOTHING_CHANGED =
      """
      , saved as (select id from opened)""";

  private static final String TOLD =
      """
      , fact as materialized (
        select f.* from unnest(%s) with ordinality as f (%s, ord)
          join saved on saved.id = f.escalation_id
      ), told as (
        insert into timeline (escalation_id, revision, at, actor, kind, text, from_value, to_value)
        select escalation_id, revision, at, actor, kind, text, from_value, to_value from fact
      ), announced as (
        insert into outbox (id, topic, key, type, source, sequence, data, traceparent, occurred_at)
        select event_id, '%s', escalation_id::text, type, '/escalation-service', revision, data,
               traceparent, at
          from fact order by ord
      )
      select id from saved
      """;

  private BatchSql() {}

  /** For new and changed rows. */
  static String save() {
    return statement(
        CHANGED.formatted(
            CHANGEABLE.stream().map(c -> c + " = i." + c).collect(Collectors.joining(", "))));
  }

  /** For new rows alone, with the same parameters: half the planning. */
  static String open() {
    return statement(NOTHING_CHANGED);
  }

  private static String statement(String changed) {
    List<String> table =
        names(CHANGE_COLUMNS).stream().filter(name -> !name.endsWith("_before")).toList();
    return OPENED.formatted(
            arrays(CHANGE_COLUMNS, 1),
            String.join(", ", names(CHANGE_COLUMNS)),
            String.join(", ", table),
            table.stream().map(BatchSql::value).collect(Collectors.joining(", ")))
        + changed
        + TOLD.formatted(
            arrays(FACT_COLUMNS, CHANGE_COLUMNS.size() + 1),
            String.join(", ", names(FACT_COLUMNS)),
            Topic.ESCALATIONS.wireName());
  }

  private static String value(String column) {
    return column.equals("tags") ? "string_to_array(tags, chr(31))" : column;
  }

  private static String arrays(List<Column> columns, int first) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> "$%d::%s[]".formatted(first + i, columns.get(i).type()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }
}
