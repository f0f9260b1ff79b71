/** What of the published news concerns whom, and how far somebody has read. */
@NullMarked
package io.meridian.handoff.notification.domain.live;

import org.jspecify.annotations.NullMarked;
