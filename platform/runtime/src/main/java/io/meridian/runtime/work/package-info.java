/** One unit of work: SQL and a Hibernate Reactive session in one transaction, on one connection. */
@NullMarked
package io.meridian.runtime.work;

import org.jspecify.annotations.NullMarked;
