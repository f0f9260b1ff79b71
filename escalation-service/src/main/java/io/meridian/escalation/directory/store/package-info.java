/** Rows and SQL of the replica. */
@NullMarked
package io.meridian.escalation.directory.store;

import org.jspecify.annotations.NullMarked;
