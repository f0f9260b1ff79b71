/**
 * The processes of the local stack: their ports, folders, pid files, starts, stops and restarts.
 */
@NullMarked
package io.meridian.local.stack;

import org.jspecify.annotations.NullMarked;
