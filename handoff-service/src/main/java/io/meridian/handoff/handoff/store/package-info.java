/** Rows of shift changes and handoffs, written and read set-wise. */
@NullMarked
package io.meridian.handoff.handoff.store;

import org.jspecify.annotations.NullMarked;
