package io.meridian.customer.customer.store;

import static java.util.stream.Collectors.toMap;

import io.meridian.customer.customer.domain.Contact;
import io.meridian.customer.customer.domain.Customer;
import io.meridian.customer.customer.domain.Profile;
import io.meridian.events.Tier;
import io.meridian.runtime.work.PartRows;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A customer with the rows that belong to it; these know the customer by its id. */
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

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "customerId", insertable = false, updatable = false)
  List<ExternalRefRow> externalRefs = new ArrayList<>();

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "customerId", insertable = false, updatable = false)
  List<TamAssignmentRow> tamAssignments = new ArrayList<>();

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "customerId", insertable = false, updatable = false)
  @OrderBy("position")
  List<StakeholderRow> stakeholders = new ArrayList<>();

  static CustomerRow of(Customer customer) {
    CustomerRow row = new CustomerRow();
    row.id = customer.id();
    row.revision = customer.revision();
    row.accept(customer);
    return row;
  }

  /** Takes over everything but the revision. */
  void accept(Customer customer) {
    Profile profile = customer.profile();
    name = profile.name();
    sortName = sortName(name);
    tier = profile.tier();
    homeRegion = profile.homeRegion();
    language = profile.language();
    active = profile.active();
    changedAt = customer.changedAt();
    PartRows.replace(
        externalRefs,
        profile.externalRefs(),
        ExternalRefRow::isOf,
        ref -> ExternalRefRow.of(id, ref),
        ExternalRefRow::accept);
    PartRows.replace(
        tamAssignments,
        customer.tamAssignments().entrySet(),
        TamAssignmentRow::isOf,
        assignment -> TamAssignmentRow.of(id, assignment),
        TamAssignmentRow::accept);
    List<Contact> contacts = customer.contacts();
    PartRows.replace(
        stakeholders,
        IntStream.rangeClosed(1, contacts.size()).boxed().toList(),
        (row, position) -> row.position == position,
        position -> StakeholderRow.of(id, position),
        (row, position) -> row.accept(contacts.get(position - 1)));
  }

  Customer toDomain() {
    return new Customer(
        id,
        new Profile(
            name,
            tier,
            homeRegion,
            language,
            externalRefs.stream().map(ExternalRefRow::toDomain).toList(),
            active),
        tamAssignments.stream().collect(toMap(row -> row.region, row -> row.tam)),
        stakeholders.stream().map(StakeholderRow::toDomain).toList(),
        revision,
        changedAt);
  }

  static String sortName(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
