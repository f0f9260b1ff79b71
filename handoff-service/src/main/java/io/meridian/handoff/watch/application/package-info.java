/** Makes, hands over, confirms and ends watch items; keeps the notes of shift changes. */
@NullMarked
package io.meridian.handoff.watch.application;

import org.jspecify.annotations.NullMarked;
