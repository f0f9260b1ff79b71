package io.meridian.customer.customer.store;

import io.meridian.customer.customer.domain.Customer;
import io.meridian.customer.customer.domain.CustomerFilter;
import io.meridian.rest.paging.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which customers a page may hold, in HQL with values. The order is by name (in lower case, by code
 * point), then id.
 */
final class CustomerCriteria {
  static final String ORDER = " order by c.sortName, c.id";

  private static final String OF_TAM =
      "exists (from TamAssignmentRow a where a.customerId = c.id and a.tam = :tam)";
  private static final String OF_PERSON =
      "exists (from StakeholderRow s where s.customerId = c.id and s.person = :person)";
  private static final String NAME_OR_REF =
      "(c.sortName like :part escape '!' or exists"
          + " (from ExternalRefRow r where r.customerId = c.id and r.refId = :text))";
  private static final String AFTER = "(c.sortName > :name or (c.sortName = :name and c.id > :id))";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  CustomerCriteria(CustomerFilter filter, PageRequest request) {
    add(filter.region(), "c.homeRegion = :region", "region");
    add(filter.tier(), "c.tier = :tier", "tier");
    add(filter.active(), "c.active = :active", "active");
    add(filter.tam(), OF_TAM, "tam");
    add(filter.person(), OF_PERSON, "person");
    if (filter.text() != null) {
      add(filter.text(), NAME_OR_REF, "text");
      values.put("part", "%" + escaped(CustomerRow.sortName(filter.text())) + "%");
    }
    request
        .after(key -> new After(key.get(0), UUID.fromString(key.get(1))))
        .ifPresent(
            after -> {
              add(after.name(), AFTER, "name");
              values.put("id", after.id());
            });
  }

  /** Where a customer stands in the order. */
  static List<String> key(Customer customer) {
    return List.of(CustomerRow.sortName(customer.profile().name()), customer.id().toString());
  }

  /** The where clause on {@code CustomerRow c}; empty when all are asked for. */
  String clause() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  /** The clause's values by their names. */
  Map<String, Object> values() {
    return values;
  }

  private void add(@Nullable Object value, String condition, String name) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  private record After(String name, UUID id) {}
}
