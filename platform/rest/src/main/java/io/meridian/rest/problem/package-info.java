/**
 * Refusals as RFC 9457 problems: throw a {@link io.meridian.rest.problem.Problem} where the refusal
 * is known; everything the framework refuses by itself is rendered in the same shape.
 */
@NullMarked
package io.meridian.rest.problem;

import org.jspecify.annotations.NullMarked;
