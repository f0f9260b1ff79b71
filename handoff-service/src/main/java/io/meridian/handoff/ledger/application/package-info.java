/** Use cases that write the temporal ledgers: accountability, holds and gaps. */
@NullMarked
package io.meridian.handoff.ledger.application;

import org.jspecify.annotations.NullMarked;
