package io.meridian.rest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.rest.http.KeptAnswers.Answer;
import io.meridian.rest.http.KeptAnswers.Attempt;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a repeated request with the same {@code Idempotency-Key} answer what the first one
 * answered. The answer is stored in the caller's transaction, so it exists exactly if the effect
 * does.
 */
@ApplicationScoped
public class Idempotency {
  /** How long an answer is kept. */
  public static final Duration RETENTION = Duration.ofHours(24);

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private final ObjectMapper json;
  private final Caller caller;
  private final Clock clock;

  Idempotency(ObjectMapper json, Caller caller, Clock clock) {
    this.json = json;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Runs {@code effect} unless this caller has sent the key within 24 hours; then answers what was
   * answered.
   *
   * @param unit in which {@code effect} works
   * @param key the header {@code Idempotency-Key}, 1 to 255 visible ASCII characters; without one
   *     the effect always runs
   * @param operation what is asked for, e.g. {@code POST /things}
   * @param requestBody what is compared when a key comes again
   * @param type the answer's type; it must survive JSON
   * @throws Problem 400 for an unusable key, 422 {@code idempotency-key-reused} when the key came
   *     with another operation or body, 409 while the first request runs
   */
  public <T> Uni<T> once(
      UnitOfWork unit,
      @Nullable String key,
      String operation,
      Object requestBody,
      Class<T> type,
      Supplier<Uni<T>> effect) {
    if (key == null) {
      return effect.get();
    }
    if (!KEY.matcher(key).matches()) {
      return Uni.createFrom()
          .failure(
              Problem.invalid(
                  "header:Idempotency-Key", "malformed", "must be 1 to 255 visible characters"));
    }
    Instant now = clock.instant();
    Attempt attempt = new Attempt(caller.id(), key, operation, print(operation, requestBody), now);
    KeptAnswers kept = new KeptAnswers(unit);
    return kept.lock("idempotency " + attempt.principal() + " " + key)
        .invoke(Idempotency::refuseSecond)
        .chain(() -> kept.find(attempt, now.minus(RETENTION)))
        .chain(
            answers ->
                answers.isEmpty()
                    ? effect.get().call(answer -> kept.store(attempt, write(answer)))
                    : Uni.createFrom().item(replay(answers.getFirst(), attempt, type)));
  }

  private static void refuseSecond(boolean locked) {
    if (!locked) {
      throw Problem.conflict(
          "idempotency-key-in-flight", "A request with this key is being answered");
    }
  }

  private <T> T replay(Answer stored, Attempt attempt, Class<T> type) {
    if (!attempt.fingerprint().equals(stored.fingerprint())) {
      throw Problem.unprocessable(
          "idempotency-key-reused", "This Idempotency-Key was used for another request");
    }
    try {
      return json.readValue(stored.response(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored answer cannot be read as " + type.getName(), e);
    }
  }

  private String print(String operation, Object body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      return HexFormat.of().formatHex(digest.digest(write(body).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
    }
  }
}
