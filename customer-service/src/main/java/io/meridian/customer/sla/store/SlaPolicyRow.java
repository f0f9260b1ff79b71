package io.meridian.customer.sla.store;

import io.meridian.customer.sla.domain.SlaPolicy;
import io.meridian.events.Tier;
import io.meridian.runtime.work.PartRows;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy with its targets. */
@Entity
@Table(name = "sla_policy")
class SlaPolicyRow {
  @Id
  @Enumerated(EnumType.STRING)
  Tier tier;

  @Convert(converter = DurationText.class)
  @Nullable Duration closeAfter;

  @Column Instant changedAt;

  /** Set by us when the row is new, counted up by Hibernate from then on. */
  @Version long revision;

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "tier", insertable = false, updatable = false)
  List<SlaTargetRow> targets = new ArrayList<>();

  static SlaPolicyRow of(SlaPolicy policy) {
    SlaPolicyRow row = new SlaPolicyRow();
    row.tier = policy.tier();
    row.revision = policy.revision();
    row.accept(policy);
    return row;
  }

  /** Takes over everything but the revision. */
  void accept(SlaPolicy policy) {
    closeAfter = policy.closeAfter();
    changedAt = policy.changedAt();
    PartRows.replace(
        targets,
        policy.targets(),
        (row, target) -> row.severity == target.severity(),
        target -> SlaTargetRow.of(tier, target.severity()),
        SlaTargetRow::accept);
  }

  SlaPolicy toDomain() {
    return new SlaPolicy(
        tier,
        targets.stream().map(SlaTargetRow::toDomain).toList(),
        closeAfter,
        revision,
        changedAt);
  }
}
