/** The delivery log of messages over HTTP. */
@NullMarked
package io.meridian.handoff.api.notification;

import org.jspecify.annotations.NullMarked;
