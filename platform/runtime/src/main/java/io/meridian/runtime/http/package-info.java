/**
 * What HTTP asks of every resource: entity tags, idempotency keys, strict input, and the trace of a
 * request.
 */
@NullMarked
package io.meridian.runtime.http;

import org.jspecify.annotations.NullMarked;
