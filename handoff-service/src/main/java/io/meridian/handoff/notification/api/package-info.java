/** The delivery log of messages over HTTP. */
@NullMarked
package io.meridian.handoff.notification.api;

import org.jspecify.annotations.NullMarked;
