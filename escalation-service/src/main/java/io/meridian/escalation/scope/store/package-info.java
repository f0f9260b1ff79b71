/** Rows and SQL of the replicas. */
@NullMarked
package io.meridian.escalation.scope.store;

import org.jspecify.annotations.NullMarked;
