/** Kafka in: what other services tell. */
@NullMarked
package io.meridian.customer.messaging;

import org.jspecify.annotations.NullMarked;
