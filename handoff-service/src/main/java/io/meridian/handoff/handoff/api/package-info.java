/** Shift changes and handoffs over HTTP. */
@NullMarked
package io.meridian.handoff.handoff.api;

import org.jspecify.annotations.NullMarked;
