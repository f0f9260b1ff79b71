/** The audit log in PostgreSQL. */
@NullMarked
package io.meridian.audit.store;

import org.jspecify.annotations.NullMarked;
