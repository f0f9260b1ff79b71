/**
 * Strict input, and one shape for every refusal.
 *
 * <p>A request passes {@link io.meridian.runtime.refusal.ProblemRoutes} (trace, length), the
 * framework's own checks (path, method, media types, token, roles), {@link
 * io.meridian.runtime.refusal.QueryParameters} (query parameters), {@link
 * io.meridian.runtime.refusal.StrictJson} and the constraints on the resource's records. Whatever
 * fails is turned into a {@link io.meridian.runtime.problem.Problem} by {@link
 * io.meridian.runtime.refusal.Refusals} and rendered by {@link
 * io.meridian.runtime.refusal.ProblemMapper}.
 */
@NullMarked
package io.meridian.runtime.refusal;

import org.jspecify.annotations.NullMarked;
