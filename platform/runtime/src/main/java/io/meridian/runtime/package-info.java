/**
 * What every service shares behind its web: storing, sending and consuming events, leadership,
 * tracing and time. No business word may appear below this package.
 */
@NullMarked
package io.meridian.runtime;

import org.jspecify.annotations.NullMarked;
