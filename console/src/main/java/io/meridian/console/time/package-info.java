/** Instants as people read them: in their zone, and the other party's beside it. */
@NullMarked
package io.meridian.console.time;

import org.jspecify.annotations.NullMarked;
