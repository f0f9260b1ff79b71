/** Text that others wrote, made safe to show. */
@NullMarked
package io.meridian.console.text;

import org.jspecify.annotations.NullMarked;
