package io.meridian.audit.act;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps what a body says about why, where it has a {@code reason}. */
@Provider
public class StatedReason implements ReaderInterceptor {
  private static final Map<Class<?>, Optional<Method>> REASONS = new ConcurrentHashMap<>();

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    if (body != null) {
      REASONS
          .computeIfAbsent(body.getClass(), StatedReason::accessor)
          .ifPresent(of -> keep(of, body));
    }
    return body;
  }

  private static Optional<Method> accessor(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components == null
        ? Optional.empty()
        : Arrays.stream(components)
            .filter(one -> one.getName().equals("reason") && one.getType() == String.class)
            .map(RecordComponent::getAccessor)
            .filter(Method::trySetAccessible)
            .findFirst();
  }

  private static void keep(Method reason, Object body) {
    try {
      if (reason.invoke(body) instanceof String why) {
        Act.current().ifPresent(act -> act.because(why).enter());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
