package io.meridian.customer.store;

import io.meridian.customer.domain.Customer;
import io.meridian.customer.domain.CustomerFilter;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Customers page by page, ordered by name (in lower case, by code point), then id. */
@ApplicationScoped
public class CustomerList {
  private final CustomerParts parts;

  CustomerList(CustomerParts parts) {
    this.parts = parts;
  }

  /** The page of customers that match. */
  public Uni<Page<Customer>> page(UnitOfWork unit, CustomerFilter filter, PageRequest request) {
    Conditions where = new Conditions();
    where.add(filter.region(), "c.homeRegion = :region", "region");
    where.add(filter.tier(), "c.tier = :tier", "tier");
    where.add(filter.active(), "c.active = :active", "active");
    where.add(
        filter.tam(),
        "exists (from TamAssignmentRow a where a.customerId = c.id and a.tam = :tam)",
        "tam");
    if (filter.text() != null) {
      where.add(filter.text(), NAME_OR_REF, "text");
      where.bind("part", "%" + escaped(CustomerRow.sortName(filter.text())) + "%");
    }
    request
        .after(key -> new After(key.get(0), UUID.fromString(key.get(1))))
        .ifPresent(
            after -> {
              where.add(after.name(), AFTER, "name");
              where.bind("id", after.id());
            });
    var query =
        unit.session()
            .createQuery(
                "from CustomerRow c" + where.clause() + " order by c.sortName, c.id",
                CustomerRow.class);
    where.values().forEach(query::setParameter);
    return query
        .setMaxResults(request.limit() + 1)
        .getResultList()
        .chain(rows -> parts.complete(unit, rows))
        .map(customers -> Page.of(customers, request, CustomerList::key));
  }

  private static final String NAME_OR_REF =
      "(c.sortName like :part escape '!' or exists"
          + " (from ExternalRefRow r where r.customerId = c.id and r.refId = :text))";
  private static final String AFTER = "(c.sortName > :name or (c.sortName = :name and c.id > :id))";

  private static List<String> key(Customer customer) {
    return List.of(CustomerRow.sortName(customer.profile().name()), customer.id().toString());
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private record After(String name, UUID id) {}

  /** The parts of a where clause that are asked for, with their values. */
  private static final class Conditions {
    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    void add(@org.jspecify.annotations.Nullable Object value, String condition, String name) {
      if (value != null) {
        parts.add(condition);
        values.put(name, value);
      }
    }

    void bind(String name, Object value) {
      values.put(name, value);
    }

    String clause() {
      return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    Map<String, Object> values() {
      return values;
    }
  }
}
