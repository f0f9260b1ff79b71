package io.meridian.customer.store;

import io.meridian.customer.domain.Contact;
import io.meridian.customer.domain.Customer;
import io.meridian.customer.domain.Profile;
import io.meridian.events.ExternalRef;
import io.meridian.events.Tier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer")
class CustomerRow {
  @Id UUID id;
  @Column String name;
  @Column String sortName;

  @Enumerated(EnumType.STRING)
  Tier tier;

  @Column String homeRegion;
  @Column @Nullable String language;
  @Column boolean active;
  @Column Instant changedAt;

  /** Set by us when the row is new, counted up by Hibernate from then on. */
  @Version long revision;

  static CustomerRow of(Customer customer) {
    CustomerRow row = new CustomerRow();
    row.id = customer.id();
    row.revision = customer.revision();
    row.take(customer);
    return row;
  }

  void take(Customer customer) {
    Profile profile = customer.profile();
    name = profile.name();
    sortName = sortName(name);
    tier = profile.tier();
    homeRegion = profile.homeRegion();
    language = profile.language();
    active = profile.active();
    changedAt = customer.changedAt();
  }

  Customer toDomain(List<ExternalRef> refs, Map<String, String> tams, List<Contact> contacts) {
    Profile profile = new Profile(name, tier, homeRegion, language, refs, active);
    return new Customer(id, profile, tams, contacts, revision, changedAt);
  }

  static String sortName(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
