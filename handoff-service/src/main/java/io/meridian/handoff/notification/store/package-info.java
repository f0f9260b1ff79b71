/** Messages to TAMs, what they are about, and every attempt to deliver them. */
@NullMarked
package io.meridian.handoff.notification.store;

import org.jspecify.annotations.NullMarked;
