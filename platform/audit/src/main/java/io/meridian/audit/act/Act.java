package io.meridian.audit.act;

import io.meridian.rest.security.Actor;
import io.meridian.runtime.trace.Trace;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does: who, by which operation, why, and in which trace.
 *
 * @param operation e.g. {@code PUT /api/v1/things/{id}}; null where we act by ourselves, so that
 *     what happened says it
 * @param reason as it was given, or null
 */
public record Act(
    Actor actor, @Nullable String operation, @Nullable String reason, @Nullable Trace trace) {
  private static final String LOCAL = "meridian.act";

  /** What we do by ourselves. */
  public static Act of(Actor actor) {
    return new Act(actor, null, null, null);
  }

  /** What the current request does; empty outside a request. */
  public static Optional<Act> current() {
    Context context = Vertx.currentContext();
    return context instanceof ContextInternal internal && internal.isDuplicate()
        ? Optional.ofNullable(internal.getLocal(LOCAL))
        : Optional.empty();
  }

  /** Makes this what the current request does. */
  public void enter() {
    Context context = Vertx.currentContext();
    if (context instanceof ContextInternal internal && internal.isDuplicate()) {
      internal.putLocal(LOCAL, this);
    }
  }

  /** The same by somebody else: who it is was learned later. */
  public Act by(Actor other) {
    return new Act(other, operation, reason, trace);
  }

  /** The same, with what was said about why. */
  Act because(String why) {
    return new Act(actor, operation, why, trace);
  }

  /** The W3C trace as a header, or null. */
  public @Nullable String traceparent() {
    return trace == null ? null : trace.traceparent();
  }
}
