/**
 * The web application: pages painted from what the services answer. It has no state and no rule of
 * its own.
 */
@NullMarked
package io.meridian.console;

import org.jspecify.annotations.NullMarked;
