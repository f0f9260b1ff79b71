/** Writes the audit log in the transaction of each change, seals it, and reads it. */
@NullMarked
package io.meridian.audit.application;

import org.jspecify.annotations.NullMarked;
