/**
 * The ledgers as pure functions: from who was accountable, which holds they declared and who was on
 * duty follows when an escalation was attended and when and why it was not (domain.md section 5).
 */
@NullMarked
package io.meridian.handoff.ledger.domain;

import org.jspecify.annotations.NullMarked;
