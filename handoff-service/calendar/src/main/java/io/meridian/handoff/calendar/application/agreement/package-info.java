/** Coverage holes that managers agree to. */
@NullMarked
package io.meridian.handoff.calendar.application.agreement;

import org.jspecify.annotations.NullMarked;
