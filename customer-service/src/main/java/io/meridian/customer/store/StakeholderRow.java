package io.meridian.customer.store;

import io.meridian.customer.domain.Contact;
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

/** Read only: rows are written in sets, see {@link CustomerParts}. */
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

  record Key(UUID customerId, int position) implements Serializable {}

  Contact toDomain() {
    return new Contact(new Stakeholder(name, role, informedFrom), email, phone);
  }
}
