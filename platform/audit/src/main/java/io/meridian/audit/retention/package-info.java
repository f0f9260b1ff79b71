/** What is kept for a time only, and whoever forgets it. */
@NullMarked
package io.meridian.audit.retention;

import org.jspecify.annotations.NullMarked;
