/**
 * SQL, set-based: a batch of rows is one statement whose parameters are arrays. A store works in
 * the transaction it is given and opens none.
 */
@NullMarked
package io.meridian.metrics.store;

import org.jspecify.annotations.NullMarked;
