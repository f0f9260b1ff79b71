/**
 * One replica that acts on its own accord, and a fence that stops one that only believes it does.
 */
@NullMarked
package io.meridian.runtime.leadership;

import org.jspecify.annotations.NullMarked;
