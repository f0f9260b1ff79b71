/** News of my shift as server-sent events. */
@NullMarked
package io.meridian.handoff.notification.api.live;

import org.jspecify.annotations.NullMarked;
