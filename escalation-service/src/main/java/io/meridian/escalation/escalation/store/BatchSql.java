package io.meridian.escalation.escalation.store;

import io.meridian.audit.store.EntryRow;
import io.meridian.events.Topic;
import io.meridian.runtime.sql.Rows;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one statement that writes a batch: escalations, timeline, outbox and audit log. */
final class BatchSql {
  /** Between tags; not allowed inside one. */
  private static final String TAG_SEPARATOR = "\u001f";

  static final Rows<ChangedRow> CHANGES =
      Rows.<ChangedRow>as("t")
          .uuid("id", c -> c.row().id)
          .number("number", c -> c.row().number)
          .text("title", c -> c.row().title)
          .text("description", c -> c.row().description)
          .text("severity", c -> c.row().severity.name())
          .text("status", c -> c.row().status.name())
          .text("service_hours", c -> c.row().serviceHours())
          .text("home_region", c -> c.row().homeRegion)
          .flag("service_hours_set", c -> c.row().serviceHoursSet)
          .uuid("customer_id", c -> c.row().customerId)
          .text("tags", c -> String.join(TAG_SEPARATOR, c.row().tags))
          .text("external_system", c -> c.row().externalSystem)
          .text("external_id", c -> c.row().externalId)
          .numberOrNull("external_version", c -> c.row().externalVersion)
          .text("external_url", c -> c.row().externalUrl)
          .text("ticket", c -> c.row().ticket)
          .text("ticket_delivery", c -> c.row().ticketDelivery)
          .instant("created_at", c -> c.row().createdAt)
          .instant("opened_at", c -> c.row().openedAt)
          .text("acknowledged_by", c -> c.row().acknowledgedBy)
          .instant("acknowledged_at", c -> c.row().acknowledgedAt)
          .instant("resolved_at", c -> c.row().resolvedAt)
          .instant("close_due", c -> c.row().closeDue)
          .instant("closed_at", c -> c.row().closedAt)
          .number("revision", c -> c.row().revision)
          .instant("changed_at", c -> c.row().changedAt)
          .numberOrNull("revision_before", ChangedRow::revisionBefore)
          .text("ticket_delivery_before", ChangedRow::deliveryBefore);

  static final Rows<FactRow> FACTS =
      Rows.<FactRow>as("f")
          .uuid("escalation_id", f -> f.event().escalation().id())
          .number("revision", f -> f.entry().revision())
          .instant("at", f -> f.entry().at())
          .text("actor", f -> f.entry().by())
          .text("kind", f -> f.entry().kind().name())
          .text("text", f -> f.entry().text())
          .text("from_value", f -> f.entry().from())
          .text("to_value", f -> f.entry().to())
          .uuid("event_id", FactRow::eventId)
          .text("type", f -> f.event().type())
          .text("data", FactRow::data)
          .text("traceparent", FactRow::traceparent);

  /** The number of the first parameter of the entries in the audit log. */
  private static final int ENTRIES = CHANGES.size() + FACTS.size() + 1;

  /** Columns of the table that an update may change. */
  private static final List<String> CHANGEABLE =
      List.of(
          "title",
          "description",
          "severity",
          "status",
          "service_hours",
          "home_region",
          "service_hours_set",
          "customer_id",
          "external_version",
          "external_url",
          "ticket",
          "ticket_delivery",
          "opened_at",
          "acknowledged_by",
          "acknowledged_at",
          "resolved_at",
          "close_due",
          "closed_at",
          "revision",
          "changed_at");

  /** New rows go in in the order given, so two batches never wait for each other in a circle. */
  private static final String OPENED =
      """
      with input as materialized (
        select * from %s
      ), opened as (
        insert into escalation (%s)
        select %s from input where revision_before is null
        on conflict (external_system, external_id) where external_id is not null do nothing
        returning id
      )\
      """;

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
      )\
      """;

  private static final String NOTHING_CHANGED =
      """
      , saved as (select id from opened)\
      """;

  private static final String TOLD =
      """
      , fact as materialized (
        select f.* from %s
          join saved on saved.id = f.escalation_id
      ), told as (
        insert into timeline (escalation_id, revision, at, actor, kind, text, from_value, to_value)
        select escalation_id, revision, at, actor, kind, text, from_value, to_value from fact
      ), announced as (
        insert into outbox (id, topic, key, type, source, sequence, data, traceparent, occurred_at)
        select event_id, '%s', escalation_id::text, type, '/escalation-service', revision, data,
               traceparent, at
          from fact order by ord
      ), audited as (
        %s
      )
      select id from saved
      """;

  /** Only what was saved is written down. */
  private static final String OF_SAVED = " join saved on saved.id = a.object_id::uuid";

  private BatchSql() {}

  /** For new and changed rows. */
  static String save() {
    return statement(
        CHANGED.formatted(
            CHANGEABLE.stream().map(c -> c + " = i." + c).collect(Collectors.joining(", "))),
        EntryRow.insert(ENTRIES, OF_SAVED));
  }

  /** For new rows alone, with the same parameters: half the planning. */
  static String open() {
    return statement(NOTHING_CHANGED, EntryRow.insertFirst(ENTRIES, OF_SAVED));
  }

  private static String statement(String changed, String audited) {
    List<String> table =
        Stream.of(CHANGES.names().split(", ")).filter(name -> !name.endsWith("_before")).toList();
    return OPENED.formatted(
            CHANGES.unnest(),
            String.join(", ", table),
            table.stream().map(BatchSql::value).collect(Collectors.joining(", ")))
        + changed
        + TOLD.formatted(FACTS.numbered(CHANGES.size() + 1), Topic.ESCALATIONS.wireName(), audited);
  }

  /** The parameters of either statement. */
  static Tuple parameters(List<ChangedRow> changes, List<FactRow> facts, List<EntryRow> entries) {
    Tuple parameters = Tuple.tuple();
    CHANGES.addTo(parameters, changes);
    FACTS.addTo(parameters, facts);
    EntryRow.ROWS.addTo(parameters, entries);
    return parameters;
  }

  private static String value(String column) {
    return column.equals("tags") ? "string_to_array(tags, chr(31))" : column;
  }
}
