/**
 * Rows and SQL. Hibernate Reactive for single commands, the Vert.x client for reads, replicas and
 * the intake's batches; no class here opens a transaction of its own.
 */
@NullMarked
package io.meridian.escalation.store;

import org.jspecify.annotations.NullMarked;
