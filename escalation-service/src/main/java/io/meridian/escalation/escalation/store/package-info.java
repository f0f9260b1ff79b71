/**
 * Rows and SQL. Hibernate Reactive for single commands, SQL for reads and for the intake's batches;
 * no class here opens a transaction of its own.
 */
@NullMarked
package io.meridian.escalation.escalation.store;

import org.jspecify.annotations.NullMarked;
