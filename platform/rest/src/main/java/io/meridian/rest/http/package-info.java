/** What HTTP asks of every resource: entity tags and idempotency keys. */
@NullMarked
package io.meridian.rest.http;

import org.jspecify.annotations.NullMarked;
