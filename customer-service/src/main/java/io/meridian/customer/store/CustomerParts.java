package io.meridian.customer.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.meridian.customer.domain.Customer;
import io.meridian.events.ExternalRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tables around a customer: external references and TAM assignments, a statement a set. */
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

  /** The customers that these rows begin, in the rows' order. */
  Uni<List<Customer>> complete(Mutiny.Session session, List<CustomerRow> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<UUID> ids = rows.stream().map(row -> row.id).toList();
    return refs(session, ids).chain(refs -> tams(session, ids).map(tams -> join(rows, refs, tams)));
  }

  /** Writes the references. Those that stand for another customer stay; see {@link #foreign}. */
  Uni<Void> replaceRefs(Mutiny.Session session, Customer customer) {
    List<ExternalRef> refs = customer.profile().externalRefs();
    Uni<Integer> cleared = delete(session, "external_ref", customer.id());
    if (refs.isEmpty()) {
      return cleared.replaceWithVoid();
    }
    return cleared
        .chain(
            () ->
                session
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
  Uni<Void> replaceTams(Mutiny.Session session, Customer customer) {
    Map<String, String> tams = customer.tamAssignments();
    Uni<Integer> cleared = delete(session, "tam_assignment", customer.id());
    if (tams.isEmpty()) {
      return cleared.replaceWithVoid();
    }
    return cleared
        .chain(
            () ->
                session
                    .createNativeQuery(INSERT_TAMS)
                    .setParameter(1, tams.keySet().toArray(String[]::new))
                    .setParameter(2, tams.values().toArray(String[]::new))
                    .setParameter(3, customer.id())
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static Uni<Integer> delete(Mutiny.Session session, String table, UUID customer) {
    return session
        .createNativeQuery("delete from " + table + " where customer_id = ?1")
        .setParameter(1, customer)
        .executeUpdate();
  }

  private static Uni<Map<UUID, List<ExternalRef>>> refs(Mutiny.Session session, List<UUID> ids) {
    return session
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

  private static Uni<Map<UUID, Map<String, String>>> tams(Mutiny.Session session, List<UUID> ids) {
    return session
        .createQuery("from TamAssignmentRow a where a.customerId in ?1", TamAssignmentRow.class)
        .setParameter(1, ids)
        .getResultList()
        .map(
            all ->
                all.stream()
                    .collect(groupingBy(a -> a.customerId, toMap(a -> a.region, a -> a.tam))));
  }

  private static List<Customer> join(
      List<CustomerRow> rows,
      Map<UUID, List<ExternalRef>> refs,
      Map<UUID, Map<String, String>> tams) {
    return rows.stream()
        .map(
            row ->
                row.toDomain(
                    refs.getOrDefault(row.id, List.of()), tams.getOrDefault(row.id, Map.of())))
        .toList();
  }
}
