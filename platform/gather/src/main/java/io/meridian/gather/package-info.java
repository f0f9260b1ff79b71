/**
 * Group commit in the application: what comes in while others are being written is written
 * together. Knows nothing of what it gathers; outside the layers because it alone subscribes.
 */
@NullMarked
package io.meridian.gather;

import org.jspecify.annotations.NullMarked;
