/** The shift-change engine against real PostgreSQL and Kafka: the situations of the law. */
@NullMarked
package io.meridian.handoff.engine;

import org.jspecify.annotations.NullMarked;
