/** Denials and API tokens over REST. */
@NullMarked
package io.meridian.handoff.access.api;

import org.jspecify.annotations.NullMarked;
