package io.meridian.customer.customer.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Map;
import java.util.UUID;

@Entity
@Table(name = "tam_assignment")
@IdClass(TamAssignmentRow.Key.class)
class TamAssignmentRow {
  @Id UUID customerId;
  @Id String region;
  @Column String tam;

  record Key(UUID customerId, String region) implements Serializable {}

  static TamAssignmentRow of(UUID customerId, Map.Entry<String, String> assignment) {
    TamAssignmentRow row = new TamAssignmentRow();
    row.customerId = customerId;
    row.region = assignment.getKey();
    return row;
  }

  boolean isOf(Map.Entry<String, String> assignment) {
    return region.equals(assignment.getKey());
  }

  void accept(Map.Entry<String, String> assignment) {
    tam = assignment.getValue();
  }
}
