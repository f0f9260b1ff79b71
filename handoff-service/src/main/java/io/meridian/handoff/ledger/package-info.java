/** The ledgers: who was accountable when, and in which gaps nobody attended. */
package io.meridian.handoff.ledger;
