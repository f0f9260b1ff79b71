package io.meridian.runtime.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace that the current work belongs to. It is passed on whether or not somebody collects
 * spans; where somebody does, our part of it is a span.
 *
 * @param traceId 32 hexadecimal digits, the same for all that one request causes
 * @param spanId 16 hexadecimal digits, this service's part of it
 * @param flags 2 hexadecimal digits, passed on as received
 */
public record Trace(String traceId, String spanId, String flags) {
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");
  private static final String LOCAL = "meridian.trace";

  /**
   * Our part of the trace that this {@code traceparent} names, or of a new one: the request's span
   * where it has one.
   */
  public static Trace continueFrom(@Nullable String traceparent) {
    SpanContext open = Span.current().getSpanContext();
    if (open.isValid()) {
      return of(open);
    }
    SpanContext parent = named(traceparent);
    return parent.isValid()
        ? new Trace(parent.getTraceId(), random(1), parent.getTraceFlags().asHex())
        : new Trace(random(2), random(1), "00");
  }

  /**
   * A span for what this {@code traceparent} causes, to be ended by the caller. Where nobody
   * collects spans it stands for the trace as it came, and for nothing where there was none.
   */
  public static Span begin(String name, SpanKind kind, @Nullable String traceparent) {
    SpanContext parent = named(traceparent);
    return parent.isValid()
        ? GlobalOpenTelemetry.getTracer("meridian")
            .spanBuilder(name)
            .setSpanKind(kind)
            .setParent(io.opentelemetry.context.Context.root().with(Span.wrap(parent)))
            .startSpan()
        : Span.getInvalid();
  }

  /** The trace with this span as our part of it. */
  public static Trace of(SpanContext span) {
    return new Trace(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
  }

  /** The trace of the current Vert.x context; empty outside a request or a batch. */
  public static Optional<Trace> current() {
    Context context = Vertx.currentContext();
    return context instanceof ContextInternal internal && internal.isDuplicate()
        ? Optional.ofNullable(internal.getLocal(LOCAL))
        : Optional.empty();
  }

  /** Makes this the trace of the current Vert.x context, which must be a duplicated one. */
  public void enter() {
    Context context = Vertx.currentContext();
    if (context instanceof ContextInternal internal && internal.isDuplicate()) {
      internal.putLocal(LOCAL, this);
    }
    org.jboss.logging.MDC.put("traceId", traceId);
  }

  /** The header to send along. */
  public String traceparent() {
    return "00-" + traceId + "-" + spanId + "-" + flags;
  }

  private static SpanContext named(@Nullable String traceparent) {
    Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return matcher.matches()
        ? SpanContext.createFromRemoteParent(
            matcher.group(1),
            matcher.group(2),
            TraceFlags.fromHex(matcher.group(3), 0),
            TraceState.getDefault())
        : SpanContext.getInvalid();
  }

  private static String random(int longs) {
    StringBuilder digits = new StringBuilder(16 * longs);
    for (int i = 0; i < longs; i++) {
      digits.append(
          HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
    }
    return digits.toString();
  }
}
