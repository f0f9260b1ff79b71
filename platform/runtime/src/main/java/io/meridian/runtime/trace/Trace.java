package io.meridian.runtime.trace;

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
 * The W3C trace that the current work belongs to.
 *
 * @param traceId 32 hexadecimal digits, the same for all that one request causes
 * @param spanId 16 hexadecimal digits, this service's part of it
 * @param flags 2 hexadecimal digits, passed on as received
 */
public record Trace(String traceId, String spanId, String flags) {
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");
  private static final String LOCAL = "meridian.trace";

  /** Our part of the trace that this {@code traceparent} names, or of a new one. */
  public static Trace continueFrom(@Nullable String traceparent) {
    Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return matcher.matches()
        ? new Trace(matcher.group(1), random(1), matcher.group(2))
        : new Trace(random(2), random(1), "00");
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

  private static String random(int longs) {
    StringBuilder digits = new StringBuilder(16 * longs);
    for (int i = 0; i < longs; i++) {
      digits.append(
          HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
    }
    return digits.toString();
  }
}
