package io.meridian.rest.budget;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.meridian.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The token buckets of all callers, in real time whatever the domain clock says. Of very many
 * callers the longest idle are forgotten, and begin with a full bucket when they come again.
 */
@ApplicationScoped
public class Budgets {
  private static final int CALLERS_MAX = 10_000;
  private static final Duration IDLE_MAX = Duration.ofMinutes(10);

  /**
   * The resource takes requests off the budgets itself, for it knows who calls only once it has
   * read the request; nobody does before.
   */
  @Documented
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  public @interface CountsCallers {}

  private record Holder(Budget budget, String caller) {}

  private final Map<Budget, Bandwidth> bandwidths = new EnumMap<>(Budget.class);
  private final TimeMeter time;
  private final Cache<Holder, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(CALLERS_MAX).expireAfterAccess(IDLE_MAX).build();

  @Inject
  Budgets(BudgetConfig config) {
    this(config, TimeMeter.SYSTEM_NANOTIME);
  }

  Budgets(BudgetConfig config, TimeMeter time) {
    this.time = time;
    bandwidths.put(Budget.INTAKE, bandwidth(config.intake().perSecond(), config.intake().burst()));
    bandwidths.put(Budget.QUERY, bandwidth(config.query().perSecond(), config.query().burst()));
  }

  /** Takes one request off the caller's budget; how long to wait when nothing is left. */
  Optional<Duration> spend(Budget budget, String caller) {
    Bucket bucket = buckets.get(new Holder(budget, caller), this::full);
    if (bucket.tryConsume(1)) {
      return Optional.empty();
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** The same, as the refusal with which the caller is answered when nothing is left. */
  public Optional<Problem> refusal(Budget budget, String caller) {
    return spend(budget, caller).map(Problem::tooManyRequests);
  }

  private Bucket full(Holder holder) {
    return Bucket.builder()
        .addLimit(bandwidths.get(holder.budget()))
        .withCustomTimePrecision(time)
        .build();
  }

  private static Bandwidth bandwidth(int perSecond, int burst) {
    return Bandwidth.builder()
        .capacity(burst)
        .refillGreedy(perSecond, Duration.ofSeconds(1))
        .build();
  }
}
