package io.meridian.customer.customer.store;

import io.meridian.customer.customer.domain.Contact;
import io.meridian.events.Severity;
import io.meridian.events.Stakeholder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Positions count from 1. */
@Entity
@Table(name = "stakeholder")
@IdClass(StakeholderRow.Key.class)
class StakeholderRow {
  @Id UUID customerId;
  @Id int position;
  @Column String name;
  @Column @Nullable String role;
  @Column @Nullable String email;
  @Column @Nullable String phone;

  @Enumerated(EnumType.STRING)
  @Nullable Severity informedFrom;

  @Column @Nullable String person;

  record Key(UUID customerId, int position) implements Serializable {}

  static StakeholderRow of(UUID customerId, int position) {
    StakeholderRow row = new StakeholderRow();
    row.customerId = customerId;
    row.position = position;
    return row;
  }

  void accept(Contact contact) {
    Stakeholder who = contact.stakeholder();
    name = who.name();
    role = who.role();
    email = contact.email();
    phone = contact.phone();
    informedFrom = who.informedFrom();
    person = who.person();
  }

  Contact toDomain() {
    return new Contact(new Stakeholder(name, role, informedFrom, person), email, phone);
  }
}
