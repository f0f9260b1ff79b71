/** Watch items, their handovers and notes as tables hold them. */
@NullMarked
package io.meridian.handoff.watch.store;

import org.jspecify.annotations.NullMarked;
