package io.meridian.customer.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** Read only: rows are written in sets, see {@link CustomerParts}. */
@Entity
@Table(name = "tam_assignment")
@IdClass(TamAssignmentRow.Key.class)
class TamAssignmentRow {
  @Id UUID customerId;
  @Id String region;
  @Column String tam;

  record Key(UUID customerId, String region) implements Serializable {}
}
