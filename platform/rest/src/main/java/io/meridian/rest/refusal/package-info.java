/**
 * Strict input, and one shape for every refusal.
 *
 * <p>A request passes {@link io.meridian.rest.refusal.ProblemRoutes} (trace, length), the
 * framework's own checks (path, method, media types, token, roles), {@link
 * io.meridian.rest.refusal.QueryParameters} (query parameters), {@link
 * io.meridian.rest.refusal.StrictJson} and the constraints on the resource's records. Whatever
 * fails is turned into a {@link io.meridian.rest.problem.Problem} by {@link
 * io.meridian.rest.refusal.Refusals} and rendered by {@link
 * io.meridian.rest.refusal.ProblemMapper}.
 */
@NullMarked
package io.meridian.rest.refusal;

import org.jspecify.annotations.NullMarked;
