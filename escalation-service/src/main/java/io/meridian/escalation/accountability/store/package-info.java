/** Rows and SQL of the replica. */
@NullMarked
package io.meridian.escalation.accountability.store;

import org.jspecify.annotations.NullMarked;
