/** What one person or one team sees at a glance, over HTTP. */
@NullMarked
package io.meridian.handoff.overview.api;

import org.jspecify.annotations.NullMarked;
