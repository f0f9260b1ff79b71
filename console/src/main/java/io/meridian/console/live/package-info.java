/** What changed, told to pages by name as it happens; they fetch it themselves. */
@NullMarked
package io.meridian.console.live;

import org.jspecify.annotations.NullMarked;
