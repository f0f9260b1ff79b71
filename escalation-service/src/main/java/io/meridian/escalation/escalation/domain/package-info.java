/**
 * The rules of an escalation, pure: time and identity come in as arguments, facts come out as
 * values.
 *
 * <p>{@link io.meridian.escalation.escalation.domain.Escalation#decide} answers a command with a
 * {@link io.meridian.escalation.escalation.domain.Decision}; a repeat is the acceptance of nothing.
 */
@NullMarked
package io.meridian.escalation.escalation.domain;

import org.jspecify.annotations.NullMarked;
