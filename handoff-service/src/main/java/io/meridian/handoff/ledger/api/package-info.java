/** The ledger over HTTP. */
@NullMarked
package io.meridian.handoff.ledger.api;

import org.jspecify.annotations.NullMarked;
