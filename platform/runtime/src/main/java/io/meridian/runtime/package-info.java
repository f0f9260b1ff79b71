/**
 * What every service shares: storing and sending events, answering refusals, paging, idempotency,
 * security, leadership and time. No business word may appear below this package.
 */
@NullMarked
package io.meridian.runtime;

import org.jspecify.annotations.NullMarked;
