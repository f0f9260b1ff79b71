/** Rows of the ledgers and the replicas, written and read set-wise on the Vert.x client. */
@NullMarked
package io.meridian.handoff.ledger.store;

import org.jspecify.annotations.NullMarked;
