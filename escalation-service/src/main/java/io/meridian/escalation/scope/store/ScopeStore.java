package io.meridian.escalation.scope.store;

import io.meridian.escalation.scope.domain.Offer;
import io.meridian.escalation.scope.domain.Purview;
import io.meridian.escalation.scope.domain.Ties;
import io.meridian.events.CustomerState;
import io.meridian.events.Person;
import io.meridian.events.ShiftState;
import io.meridian.events.Stakeholder;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The replicas of who is asked, on duty and assigned, and of who is a stakeholder. */
@ApplicationScoped
public class ScopeStore {
  /** Ids are one line. */
  private static final String SEPARATOR = "\n";

  private static final Rows<Offer> OFFER =
      Rows.<Offer>as("told")
          .uuid("escalation_id", Offer::escalationId)
          .uuid("handoff_id", Offer::handoffId)
          .text("tam", Offer::tam)
          .number("revision", Offer::revision)
          .instant("changed_at", Offer::changedAt);
  private static final Rows<ShiftState> DUTY =
      Rows.<ShiftState>as("told")
          .uuid("shift_id", ShiftState::id)
          .text("region", ShiftState::region)
          .instant("starts_at", ShiftState::start)
          .instant("ends_at", ShiftState::end)
          .text("primary_tam", shift -> id(shift.primary()))
          .text("secondary_tam", shift -> id(shift.secondary()))
          .number("revision", ShiftState::revision);
  private static final Rows<CustomerState> ASSIGNED =
      Rows.<CustomerState>as("told")
          .uuid("customer_id", CustomerState::id)
          .text("tams", customer -> String.join(SEPARATOR, customer.tamAssignments().values()))
          .number("revision", CustomerState::revision);
  private static final Rows<CustomerState> PERSONS =
      Rows.<CustomerState>as("told")
          .uuid("customer_id", CustomerState::id)
          .text("persons", ScopeStore::persons)
          .number("revision", CustomerState::revision);
  private static final String OFFERS =
      """
      insert into offer (%s) select * from %s order by told.escalation_id
      on conflict (escalation_id) do update set %s
       where case when offer.handoff_id = excluded.handoff_id then offer.revision < excluded.revision
                  else offer.changed_at <= excluded.changed_at end
      """
          .formatted(OFFER.names(), OFFER.unnest(), OFFER.excluded("escalation_id"));
  private static final String DUTIES =
      """
      insert into duty (%s) select * from %s order by told.shift_id
      on conflict (shift_id) do update set %s where duty.revision < excluded.revision
      """
          .formatted(DUTY.names(), DUTY.unnest(), DUTY.excluded("shift_id"));
  private static final String ASSIGNMENTS =
      """
      insert into customer_tams (%s) select * from %s order by told.customer_id
      on conflict (customer_id) do update set %s where customer_tams.revision < excluded.revision
      """
          .formatted(ASSIGNED.names(), ASSIGNED.unnest(), ASSIGNED.excluded("customer_id"));
  private static final String STAKEHOLDERS =
      """
      insert into customer_persons (%s) select * from %s order by told.customer_id
      on conflict (customer_id) do update set %s
       where customer_persons.revision < excluded.revision
      """
          .formatted(PERSONS.names(), PERSONS.unnest(), PERSONS.excluded("customer_id"));
  private static final String TIES =
      """
      select a.tam_name, a.region,
             coalesce(a.tam = $2 or a.before_tam = $2 and a.starts_at > $4, false) as accountable,
             exists (select from offer o where o.escalation_id = $1 and o.tam = $2) as offered,
             exists (select from duty d
                      where d.region = a.region and d.starts_at <= $4 and d.ends_at > $4
                        and $2 in (d.primary_tam, d.secondary_tam)) as on_duty,
             exists (select from customer_tams c
                      where c.customer_id = $3 and $2 = any(string_to_array(c.tams, E'\\n'))) as assigned,
             exists (select from directory_region r
                      where r.code = a.region and r.lead = $2) as lead
        from (select 1) one left join accountable a on a.escalation_id = $1
      """;

  /** By messages that the integration signed, or by its token. */
  private static final String OPENED_BY =
      """
      (split_part(e.external_system, ':', 2) = ?
       or exists (select from timeline t
                   where t.escalation_id = e.id and t.revision = 1 and t.actor = ?))
      """;

  private static final String OF_STAKEHOLDER =
      """
      e.customer_id in (select c.customer_id from customer_persons c
                         where string_to_array(c.persons, E'\\n') @> array[?])
      """;
  private static final String SEEN = "select 1 from escalation e where e.id = $1 and ";

  /** Whether the escalation {@code e} is one of these. Every {@code ?} is who sees them. */
  public static String condition(Purview.Part part) {
    return switch (part) {
      case Purview.OpenedBy ignored -> OPENED_BY;
      case Purview.OfStakeholder ignored -> OF_STAKEHOLDER;
    };
  }

  /** Whether an escalation is one of these. */
  public Uni<Boolean> isSeen(UnitOfWork unit, UUID escalation, Purview.Part part) {
    return unit.query(SEEN + condition(part).replace("?", "$2"), Tuple.of(escalation, part.who()))
        .map(rows -> rows.size() > 0);
  }

  /** Who is asked; one offer an escalation. */
  public Uni<Void> offers(UnitOfWork unit, Collection<Offer> offers) {
    return unit.query(OFFERS, OFFER.tuple(offers)).replaceWithVoid();
  }

  /** Shifts that run. */
  public Uni<Void> duties(UnitOfWork unit, List<ShiftState> shifts) {
    return shifts.isEmpty()
        ? Uni.createFrom().voidItem()
        : unit.query(DUTIES, DUTY.tuple(shifts)).replaceWithVoid();
  }

  /** Shifts that are over. */
  public Uni<Void> forget(UnitOfWork unit, List<UUID> shifts) {
    return shifts.isEmpty()
        ? Uni.createFrom().voidItem()
        : unit.query(
                "delete from duty where shift_id = any($1)", Tuple.of(shifts.toArray(UUID[]::new)))
            .replaceWithVoid();
  }

  /** Who is assigned to these customers, in any region. */
  public Uni<Void> assignments(UnitOfWork unit, Collection<CustomerState> customers) {
    return unit.query(ASSIGNMENTS, ASSIGNED.tuple(customers)).replaceWithVoid();
  }

  /** Who is a stakeholder of these customers and has a token of ours. */
  public Uni<Void> stakeholders(UnitOfWork unit, Collection<CustomerState> customers) {
    return unit.query(STAKEHOLDERS, PERSONS.tuple(customers)).replaceWithVoid();
  }

  /** What ties somebody to an escalation at an instant. */
  public Uni<Ties> ties(
      UnitOfWork unit, UUID escalation, @Nullable UUID customer, String tam, Instant at) {
    return unit.query(TIES, Tuple.of(escalation, tam, customer, at.atOffset(ZoneOffset.UTC)))
        .map(ScopeStore::ties);
  }

  private static Ties ties(RowSet<Row> rows) {
    Row row = rows.iterator().next();
    return new Ties(
        row.getString("tam_name"),
        row.getString("region"),
        row.getBoolean("accountable"),
        row.getBoolean("offered"),
        row.getBoolean("on_duty"),
        row.getBoolean("assigned"),
        row.getBoolean("lead"));
  }

  /** None in events from before stakeholders were kept. */
  private static String persons(CustomerState customer) {
    List<Stakeholder> known = customer.stakeholders();
    return known == null
        ? ""
        : known.stream()
            .map(Stakeholder::person)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(SEPARATOR));
  }

  private static @Nullable String id(@Nullable Person person) {
    return person == null ? null : person.id();
  }
}
