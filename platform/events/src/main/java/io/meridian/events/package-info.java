/**
 * The published language: what Meridian's services tell each other over Kafka.
 *
 * <p>Every event is an immutable record that carries a fact <em>and</em> the aggregate's state
 * after it, so that a consumer can rebuild from any point and a replica moves only forward ({@link
 * Event#sequence()}). On the wire an event is a CloudEvents 1.0 message in binary mode: the
 * envelope travels in {@code ce_*} headers, the record itself is the JSON body. Evolution is
 * additive only; golden files in the tests pin every body, and {@code asyncapi.yaml} describes the
 * channels.
 */
@NullMarked
package io.meridian.events;

import org.jspecify.annotations.NullMarked;
