/**
 * Refusals as RFC 9457 problems: throw a {@link io.meridian.runtime.problem.Problem} where the
 * refusal is known; everything the framework refuses by itself is rendered in the same shape.
 */
@NullMarked
package io.meridian.runtime.problem;

import org.jspecify.annotations.NullMarked;
