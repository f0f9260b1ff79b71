/**
 * News as they are published, to whoever listens. Every replica reads the log by itself, without a
 * consumer group, so that it does not matter which replica somebody listens to.
 */
@NullMarked
package io.meridian.handoff.notification.application.live;

import org.jspecify.annotations.NullMarked;
