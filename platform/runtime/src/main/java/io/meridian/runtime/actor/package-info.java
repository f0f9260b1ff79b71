/** Who acts: a person, another system, or we ourselves. */
@NullMarked
package io.meridian.runtime.actor;

import org.jspecify.annotations.NullMarked;
