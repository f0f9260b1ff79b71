/** Watch items and who has to confirm them. */
@NullMarked
package io.meridian.handoff.watch.domain;

import org.jspecify.annotations.NullMarked;
