/** Coverage holes that managers agree to, over HTTP. */
@NullMarked
package io.meridian.handoff.calendar.api.agreement;

import org.jspecify.annotations.NullMarked;
