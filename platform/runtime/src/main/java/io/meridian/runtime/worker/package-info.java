/** Threads that run until the service stops, survive outages, and are ready when they run. */
@NullMarked
package io.meridian.runtime.worker;

import org.jspecify.annotations.NullMarked;
