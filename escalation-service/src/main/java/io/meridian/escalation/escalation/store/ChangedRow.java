package io.meridian.escalation.escalation.store;

import org.jspecify.annotations.Nullable;

/**
 * A change of a batch as it is written: the row after it, and what the row must have been before.
 */
record ChangedRow(EscalationRow row, EscalationChange change) {

  static ChangedRow of(EscalationChange change) {
    return new ChangedRow(new EscalationRow().accept(change.after()), change);
  }

  @Nullable Long revisionBefore() {
    var before = change.before();
    return before == null ? null : before.revision();
  }

  @Nullable String deliveryBefore() {
    var before = change.before();
    return before == null || before.ticket() == null
        ? null
        : DeliveryText.write(before.ticket().delivery());
  }
}
