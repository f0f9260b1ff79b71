/**
 * The local stack: PostgreSQL, Kafka, the four services and a front door on one machine, without
 * containers, and the {@code ./meridian} command that runs it.
 */
@NullMarked
package io.meridian.local;

import org.jspecify.annotations.NullMarked;
