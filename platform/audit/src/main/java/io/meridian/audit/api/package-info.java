/** The audit log and the chains, for those who may read them. */
@NullMarked
package io.meridian.audit.api;

import org.jspecify.annotations.NullMarked;
