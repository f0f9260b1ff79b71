/** The ledger over HTTP. */
@NullMarked
package io.meridian.handoff.api.accountability;

import org.jspecify.annotations.NullMarked;
