/**
 * The front door: one port that routes to the services by path, and answers problems of its own.
 */
@NullMarked
package io.meridian.local.door;

import org.jspecify.annotations.NullMarked;
