/** Shift changes and handoffs over HTTP. */
@NullMarked
package io.meridian.handoff.api.handoff;

import org.jspecify.annotations.NullMarked;
