package io.meridian.handoff.calendar.store.agreement;

import io.meridian.handoff.calendar.domain.CoverageAgreement;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agreement as the table holds it. */
@Entity
@Table(name = "coverage_agreement")
class AgreementRow {
  @Id UUID id;
  Instant fromAt;
  Instant untilAt;
  String why;
  String madeBy;
  Instant madeAt;
  @Nullable String endedBy;
  @Nullable Instant withdrawnAt;
  long revision;

  @SuppressWarnings("NullAway.Init")
  AgreementRow() {}

  static AgreementRow of(CoverageAgreement agreement) {
    AgreementRow row = new AgreementRow();
    row.id = agreement.id();
    row.fromAt = agreement.from();
    row.untilAt = agreement.until();
    row.why = agreement.why();
    row.madeBy = agreement.by();
    row.madeAt = agreement.madeAt();
    row.revision = agreement.revision();
    return row;
  }

  void end(Instant at, String by) {
    untilAt = at;
    endedBy = by;
    revision++;
  }

  void withdraw(Instant at, String by) {
    withdrawnAt = at;
    endedBy = by;
    revision++;
  }

  boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  CoverageAgreement toDomain() {
    return new CoverageAgreement(id, fromAt, untilAt, why, madeBy, madeAt, revision);
  }
}
