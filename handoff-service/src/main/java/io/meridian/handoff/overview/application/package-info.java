/** Overviews, read in few statements. */
@NullMarked
package io.meridian.handoff.overview.application;

import org.jspecify.annotations.NullMarked;
