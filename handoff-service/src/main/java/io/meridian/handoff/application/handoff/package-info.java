/** Use cases of handoffs: what happens at shift changes, and what TAMs answer. */
@NullMarked
package io.meridian.handoff.application.handoff;

import org.jspecify.annotations.NullMarked;
