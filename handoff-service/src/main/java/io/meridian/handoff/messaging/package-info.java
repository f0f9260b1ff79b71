/** Events of other services, in. */
@NullMarked
package io.meridian.handoff.messaging;

import org.jspecify.annotations.NullMarked;
