/** What HTTP asks of every resource: entity tags and idempotency keys. */
@NullMarked
package io.meridian.runtime.http;

import org.jspecify.annotations.NullMarked;
