/** Rows of calendar feeds. */
@NullMarked
package io.meridian.handoff.store.feed;

import org.jspecify.annotations.NullMarked;
