package io.meridian.customer.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.meridian.customer.domain.Contact;
import io.meridian.customer.domain.Customer;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tables around a customer: external references, TAM assignments and stakeholders, a statement
 * a set.
 */
@ApplicationScoped
class CustomerParts {
  private static final String INSERT_REFS =
      """
      insert into external_ref (system, ref_id, version, url, customer_id)
      select system, ref_id, version, url, ?5
        from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as bigint[]), cast(?4 as text[]))
          as r (system, ref_id, version, url)
       order by system, ref_id
      on conflict do nothing
      """;
  private static final String INSERT_TAMS =
      """
      insert into tam_assignment (customer_id, region, tam)
      select ?3, region, tam
        from unnest(cast(?1 as text[]), cast(?2 as text[])) as a (region, tam)
      """;

  private static final String INSERT_STAKEHOLDERS =
      """
      insert into stakeholder (customer_id, position, name, role, email, phone, informed_from)
      select ?6, row_number() over (), name, role, email, phone, informed_from
        from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
               cast(?5 as text[])) as s (name, role, email, phone, informed_from)
      """;

  /** The customers that these rows begin, in the rows' order. */
  Uni<List<Customer>> complete(UnitOfWork unit, List<CustomerRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<UUID> ids = rows.stream().map(row -> row.id).toList();
    return refs(unit, ids)
        .chain(
            refs ->
                tams(unit, ids)
                    .chain(
                        tams ->
                            contacts(unit, ids).map(contacts -> join(rows, refs, tams, contacts))));
  }

  /** Writes the references. Those that stand for another customer stay; see {@link #foreign}. */
  Uni<Void> replaceRefs(UnitOfWork unit, Customer customer) {
    List<ExternalRef> refs = customer.profile().externalRefs();
    Uni<Integer> cleared = delete(unit, "external_ref", customer.id());
    if (refs.isEmpty()) {
      return cleared.replaceWithVoid();
    }
    return cleared
        .chain(
            () ->
                unit.session()
                    .createNativeQuery(INSERT_REFS)
                    .setParameter(1, refs.stream().map(ExternalRef::system).toArray(String[]::new))
                    .setParameter(2, refs.stream().map(ExternalRef::id).toArray(String[]::new))
                    .setParameter(3, refs.stream().map(ExternalRef::version).toArray(Long[]::new))
                    .setParameter(4, refs.stream().map(ExternalRef::url).toArray(String[]::new))
                    .setParameter(5, customer.id())
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Writes the assignments. */
  Uni<Void> replaceTams(UnitOfWork unit, Customer customer) {
    Map<String, String> tams = customer.tamAssignments();
    Uni<Integer> cleared = delete(unit, "tam_assignment", customer.id());
    if (tams.isEmpty()) {
      return cleared.replaceWithVoid();
    }
    return cleared
        .chain(
            () ->
                unit.session()
                    .createNativeQuery(INSERT_TAMS)
                    .setParameter(1, tams.keySet().toArray(String[]::new))
                    .setParameter(2, tams.values().toArray(String[]::new))
                    .setParameter(3, customer.id())
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Writes who wants to be told. */
  Uni<Void> replaceContacts(UnitOfWork unit, Customer customer) {
    List<Contact> contacts = customer.contacts();
    Uni<Integer> cleared = delete(unit, "stakeholder", customer.id());
    if (contacts.isEmpty()) {
      return cleared.replaceWithVoid();
    }
    return cleared
        .chain(
            () ->
                unit.session()
                    .createNativeQuery(INSERT_STAKEHOLDERS)
                    .setParameter(1, column(contacts, contact -> contact.stakeholder().name()))
                    .setParameter(2, column(contacts, contact -> contact.stakeholder().role()))
                    .setParameter(3, column(contacts, Contact::email))
                    .setParameter(4, column(contacts, Contact::phone))
                    .setParameter(5, column(contacts, CustomerParts::informedFrom))
                    .setParameter(6, customer.id())
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static @Nullable String informedFrom(Contact contact) {
    Severity from = contact.stakeholder().informedFrom();
    return from == null ? null : from.name();
  }

  private static String[] column(
      List<Contact> contacts, Function<Contact, @Nullable String> value) {
    return contacts.stream().map(value).toArray(String[]::new);
  }

  private static Uni<Integer> delete(UnitOfWork unit, String table, UUID customer) {
    return unit.session()
        .createNativeQuery("delete from " + table + " where customer_id = ?1")
        .setParameter(1, customer)
        .executeUpdate();
  }

  private static Uni<Map<UUID, List<ExternalRef>>> refs(UnitOfWork unit, List<UUID> ids) {
    return unit.session()
        .createQuery(
            "from ExternalRefRow r where r.customerId in ?1 order by r.system, r.refId",
            ExternalRefRow.class)
        .setParameter(1, ids)
        .getResultList()
        .map(
            all ->
                all.stream()
                    .collect(
                        groupingBy(
                            r -> r.customerId, mapping(ExternalRefRow::toDomain, toList()))));
  }

  private static Uni<Map<UUID, Map<String, String>>> tams(UnitOfWork unit, List<UUID> ids) {
    return unit.session()
        .createQuery("from TamAssignmentRow a where a.customerId in ?1", TamAssignmentRow.class)
        .setParameter(1, ids)
        .getResultList()
        .map(
            all ->
                all.stream()
                    .collect(groupingBy(a -> a.customerId, toMap(a -> a.region, a -> a.tam))));
  }

  private static Uni<Map<UUID, List<Contact>>> contacts(UnitOfWork unit, List<UUID> ids) {
    return unit.session()
        .createQuery(
            "from StakeholderRow s where s.customerId in ?1 order by s.position",
            StakeholderRow.class)
        .setParameter(1, ids)
        .getResultList()
        .map(
            all ->
                all.stream()
                    .collect(
                        groupingBy(
                            s -> s.customerId, mapping(StakeholderRow::toDomain, toList()))));
  }

  private static List<Customer> join(
      List<CustomerRow> rows,
      Map<UUID, List<ExternalRef>> refs,
      Map<UUID, Map<String, String>> tams,
      Map<UUID, List<Contact>> contacts) {
    return rows.stream()
        .map(
            row ->
                row.toDomain(
                    refs.getOrDefault(row.id, List.of()),
                    tams.getOrDefault(row.id, Map.of()),
                    contacts.getOrDefault(row.id, List.of())))
        .toList();
  }
}
