package io.meridian.customer.sla.store;

import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.events.SlaTarget;
import io.meridian.events.Tier;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sla_target")
@IdClass(SlaTargetRow.Key.class)
class SlaTargetRow {
  @Id
  @Enumerated(EnumType.STRING)
  Tier tier;

  @Id
  @Enumerated(EnumType.STRING)
  Severity severity;

  @Convert(converter = DurationText.class)
  @Nullable Duration acknowledgeWithin;

  @Convert(converter = DurationText.class)
  @Nullable Duration updateEvery;

  @Convert(converter = DurationText.class)
  @Nullable Duration mitigateWithin;

  @Convert(converter = DurationText.class)
  @Nullable Duration resolveWithin;

  @Enumerated(EnumType.STRING)
  @Nullable ServiceHours serviceHours;

  record Key(Tier tier, Severity severity) implements Serializable {}

  static SlaTargetRow of(Tier tier, Severity severity) {
    SlaTargetRow row = new SlaTargetRow();
    row.tier = tier;
    row.severity = severity;
    return row;
  }

  void accept(SlaTarget target) {
    acknowledgeWithin = target.acknowledgeWithin();
    updateEvery = target.updateEvery();
    mitigateWithin = target.mitigateWithin();
    resolveWithin = target.resolveWithin();
    serviceHours = target.serviceHours();
  }

  SlaTarget toDomain() {
    return new SlaTarget(
        severity, acknowledgeWithin, updateEvery, mitigateWithin, resolveWithin, serviceHours);
  }
}
