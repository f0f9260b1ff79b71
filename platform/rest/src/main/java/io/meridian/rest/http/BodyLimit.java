package io.meridian.rest.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long the body of this resource method may be, where {@code meridian.http.body-max} is too
 * little for what it takes; longer ones are 413. At most {@code quarkus.http.limits.max-body-size}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {
  /** In mebibytes, 1 to 8. */
  int mebibytes();
}
