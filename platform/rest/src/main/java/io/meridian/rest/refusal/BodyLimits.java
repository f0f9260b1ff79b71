package io.meridian.rest.refusal;

import io.meridian.rest.http.BodyLimit;
import io.meridian.rest.refusal.ResourceMethods.Offer;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How long bodies may be: the common limit, or what a resource method declares for itself. */
@ApplicationScoped
class BodyLimits {
  private static final long MEBIBYTE = 1 << 20;

  private final ResourceMethods methods;
  private final long common;
  private final Map<Long, BodyHandler> gatherers = new ConcurrentHashMap<>();

  BodyLimits(
      ResourceMethods methods,
      @ConfigProperty(name = "meridian.http.body-max", defaultValue = "256K") MemorySize common) {
    this.methods = methods;
    this.common = common.asLongValue();
  }

  /** The most bytes for a body of this length, or of unknown length when it is negative. */
  long of(HttpServerRequest request, long length) {
    if (length >= 0 && length <= common) {
      return common;
    }
    @Nullable String path = request.path();
    return path == null
        ? common
        : methods
            .at(path)
            .filter(offer -> offer.verb().equals(request.method().name()))
            .mapToLong(this::of)
            .max()
            .orElse(common);
  }

  /** Takes a body of unknown length as far as the limit. */
  BodyHandler gatherer(long limit) {
    return gatherers.computeIfAbsent(limit, most -> BodyHandler.create(false).setBodyLimit(most));
  }

  private long of(Offer offer) {
    BodyLimit own = offer.method().getAnnotation(BodyLimit.class);
    return own == null ? common : own.mebibytes() * MEBIBYTE;
  }
}
