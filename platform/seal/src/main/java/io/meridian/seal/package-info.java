/** Secrets that the database keeps: sealed, so that a copy of it opens nothing. */
@NullMarked
package io.meridian.seal;

import org.jspecify.annotations.NullMarked;
