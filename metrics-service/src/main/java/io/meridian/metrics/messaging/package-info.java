/** What the other services tell, from Kafka into the projections. */
@NullMarked
package io.meridian.metrics.messaging;

import org.jspecify.annotations.NullMarked;
