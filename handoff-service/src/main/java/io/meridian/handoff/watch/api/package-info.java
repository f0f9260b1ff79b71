/** Watch items and the notes of shift changes over HTTP. */
@NullMarked
package io.meridian.handoff.watch.api;

import org.jspecify.annotations.NullMarked;
