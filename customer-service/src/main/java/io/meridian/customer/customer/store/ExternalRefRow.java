package io.meridian.customer.customer.store;

import io.meridian.events.ExternalRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "external_ref")
@IdClass(ExternalRefRow.Key.class)
class ExternalRefRow {
  @Id String system;
  @Id String refId;
  @Column UUID customerId;
  @Column @Nullable Long version;
  @Column @Nullable String url;

  record Key(String system, String refId) implements Serializable {}

  static ExternalRefRow of(UUID customerId, ExternalRef ref) {
    ExternalRefRow row = new ExternalRefRow();
    row.system = ref.system();
    row.refId = ref.id();
    row.customerId = customerId;
    return row;
  }

  boolean isOf(ExternalRef ref) {
    return system.equals(ref.system()) && refId.equals(ref.id());
  }

  void accept(ExternalRef ref) {
    version = ref.version();
    url = ref.url();
  }

  ExternalRef toDomain() {
    return new ExternalRef(system, refId, version, url);
  }
}
