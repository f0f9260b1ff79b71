package io.meridian.rest.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.worker.Failures;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.CharConversionException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a failure means to the caller. */
final class Refusals {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private static final Pattern NO_WORD = Pattern.compile("[^a-z]+");

  private Refusals() {}

  /** The refusal; empty if the failure is a fault of ours. */
  static Optional<Problem> of(Throwable failure) {
    return causes(failure)
        .map(Refusals::known)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Optional.ofNullable(passing(failure)));
  }

  /** The refusal that has no more to say than its status. */
  static Problem ofStatus(int status) {
    String title = HttpResponseStatus.valueOf(status).reasonPhrase();
    String code = NO_WORD.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("-");
    return switch (status) {
      case 400 -> Problem.of(400, "invalid-request", "The request cannot be read");
      case 401 -> Problem.unauthorized("A valid bearer token is needed");
      case 403 -> Problem.forbidden("The token's roles do not allow this");
      case 404 -> Problem.of(404, "not-found", "There is nothing at this path");
      case 405 -> Problem.of(405, code, "This method is not offered here");
      case 406 -> Problem.of(406, code, "None of the accepted media types is offered here");
      case 408 -> Problem.of(408, code, "The whole request did not come in time");
      case 413 -> Problem.of(413, "too-large", "The body is too long");
      case 415 -> Problem.of(415, code, "This media type is not taken here");
      case 500 -> Problem.of(500, "internal-error", "Something went wrong; the trace id finds it");
      default -> Problem.of(status, code, title);
    };
  }

  private static Optional<Problem> known(Throwable failure) {
    return Optional.ofNullable(
        switch (failure) {
          case Problem problem -> problem;
          case JsonProcessingException e -> JsonRefusals.of(e);
          case CharConversionException e ->
              Problem.invalid("", "malformed-json", "The body is not UTF-8");
          case ConstraintViolationException e ->
              ConstraintRefusals.of(e.getConstraintViolations()).orElse(null);
          case UnauthorizedException e -> ofStatus(401);
          case AuthenticationFailedException e -> unbelieved(e);
          case ForbiddenException e -> ofStatus(403);
          case WebApplicationException e when e.getCause() == null ->
              ofStatus(e.getResponse().getStatus());
          default -> null;
        });
  }

  /** Whoever judged the token may say why it is not believed. */
  private static Problem unbelieved(AuthenticationFailedException failure) {
    return causes(failure)
        .filter(Problem.class::isInstance)
        .map(Problem.class::cast)
        .findFirst()
        .orElseGet(() -> ofStatus(401));
  }

  private static @Nullable Problem passing(Throwable failure) {
    if (Failures.isRace(failure)) {
      return Problem.conflict("concurrent-change", "Somebody else changed this at the same time");
    }
    return Failures.isTransient(failure) ? Problem.unavailable(RETRY_AFTER) : null;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, f -> f != null, Throwable::getCause).limit(10);
  }
}
