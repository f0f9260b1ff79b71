/** What the build brings along, against what is known of it. */
@NullMarked
package io.meridian.local.supply;

import org.jspecify.annotations.NullMarked;
