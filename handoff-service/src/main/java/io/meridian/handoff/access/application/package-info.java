/** How denials are made and lifted. */
@NullMarked
package io.meridian.handoff.access.application;

import org.jspecify.annotations.NullMarked;
