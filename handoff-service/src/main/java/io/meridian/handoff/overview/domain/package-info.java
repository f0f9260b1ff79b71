/** What overviews conclude: whose duty it is, who comes after, what can go wrong. */
@NullMarked
package io.meridian.handoff.overview.domain;

import org.jspecify.annotations.NullMarked;
