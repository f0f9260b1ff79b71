/**
 * Transactions that announce what they did: events are rows of the same transaction, and a relay
 * publishes them afterwards.
 */
@NullMarked
package io.meridian.runtime.outbox;

import org.jspecify.annotations.NullMarked;
