/** Drawings: where things are in them, in shares of their width. */
@NullMarked
package io.meridian.console.draw;

import org.jspecify.annotations.NullMarked;
