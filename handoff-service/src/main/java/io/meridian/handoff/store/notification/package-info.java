/** Messages to TAMs, what they are about, and every attempt to deliver them. */
@NullMarked
package io.meridian.handoff.store.notification;

import org.jspecify.annotations.NullMarked;
