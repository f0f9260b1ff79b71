/**
 * The rules of an escalation, pure: time and identity come in as arguments, facts come out as
 * values.
 *
 * <p>{@link io.meridian.escalation.domain.Escalation#decide} answers a command with a {@link
 * io.meridian.escalation.domain.Decision}; a repeat is the acceptance of nothing. {@link
 * io.meridian.escalation.domain.TicketRule} says what a message about another system's ticket means
 * for the escalation that stands for it.
 */
@NullMarked
package io.meridian.escalation.domain;

import org.jspecify.annotations.NullMarked;
