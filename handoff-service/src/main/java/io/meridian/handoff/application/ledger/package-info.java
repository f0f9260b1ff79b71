/** Use cases that write the temporal ledgers: accountability, holds and gaps. */
@NullMarked
package io.meridian.handoff.application.ledger;

import org.jspecify.annotations.NullMarked;
