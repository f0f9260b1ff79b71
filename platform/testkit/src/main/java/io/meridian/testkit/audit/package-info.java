/** Every operation that changes something, and what the audit log says of it. */
@NullMarked
package io.meridian.testkit.audit;

import org.jspecify.annotations.NullMarked;
