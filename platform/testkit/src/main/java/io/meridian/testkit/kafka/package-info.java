/** A single-node KRaft broker ({@code kafka.server.KafkaRaftServer}) and the list of our topics. */
@NullMarked
package io.meridian.testkit.kafka;

import org.jspecify.annotations.NullMarked;
