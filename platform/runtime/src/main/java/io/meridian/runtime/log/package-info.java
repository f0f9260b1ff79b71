/** What is written to the log stays in its line: callers' words cannot look like ours. */
@NullMarked
package io.meridian.runtime.log;

import org.jspecify.annotations.NullMarked;
