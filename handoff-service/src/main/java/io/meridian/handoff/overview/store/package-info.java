/** What only overviews ask the tables. */
@NullMarked
package io.meridian.handoff.overview.store;

import org.jspecify.annotations.NullMarked;
