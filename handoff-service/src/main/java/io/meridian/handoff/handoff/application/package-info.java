/** Use cases of handoffs: what happens at shift changes, and what TAMs answer. */
@NullMarked
package io.meridian.handoff.handoff.application;

import org.jspecify.annotations.NullMarked;
