package io.meridian.rest.refusal;

import io.meridian.rest.problem.Problem;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Refuses an empty body, or {@code null}, where the resource method's body is not nullable. */
@Provider
public class RequiredBody implements ReaderInterceptor {
  private final ResourceInfo resource;

  RequiredBody(@Context ResourceInfo resource) {
    this.resource = resource;
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    if (body == null && DeclaredParameters.of(resource.getResourceMethod()).bodyRequired()) {
      throw Problem.invalid("", "required", "A body is needed");
    }
    return body;
  }
}
