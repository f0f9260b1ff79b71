package io.meridian.customer.store;

import io.meridian.events.ExternalRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read only: rows are written in sets, see {@link CustomerParts}. */
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

  ExternalRef toDomain() {
    return new ExternalRef(system, refId, version, url);
  }
}
