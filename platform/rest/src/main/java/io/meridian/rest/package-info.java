/**
 * What the web of every service shares: refusals as problems, paging, idempotency keys, entity tags
 * and tokens. No business word may appear below this package.
 */
@NullMarked
package io.meridian.rest;

import org.jspecify.annotations.NullMarked;
