/** The {@code ./meridian} command. */
@NullMarked
package io.meridian.local.cli;

import org.jspecify.annotations.NullMarked;
