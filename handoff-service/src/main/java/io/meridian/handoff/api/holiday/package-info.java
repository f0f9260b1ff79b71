/** REST resources of holiday calendars. */
@NullMarked
package io.meridian.handoff.api.holiday;

import org.jspecify.annotations.NullMarked;
