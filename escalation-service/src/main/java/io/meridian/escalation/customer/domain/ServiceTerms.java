package io.meridian.escalation.customer.domain;

import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.events.Tier;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What counts for the escalations of a customer: where they live, and what the customer's tier
 * buys.
 *
 * @param homeRegion code of the customer's region; null while the customer is not known here
 * @param tier null while the customer is not known here
 * @param bought what the tier buys; a severity that is absent has what it has by itself
 * @param closeAfter how long after being resolved they close by themselves
 */
public record ServiceTerms(
    @Nullable String homeRegion,
    @Nullable Tier tier,
    Map<Severity, ServiceHours> bought,
    Duration closeAfter) {

  public ServiceTerms {
    bought = Map.copyOf(bought);
  }

  /** What counts where no customer is known. */
  public static ServiceTerms ofNobody(Duration closeAfter) {
    return new ServiceTerms(null, null, Map.of(), closeAfter);
  }

  /** The service hours of this severity unless an act says something else. */
  public ServiceHours serviceHours(Severity severity) {
    return bought.getOrDefault(severity, ServiceHours.of(severity));
  }

  /** True if the tier says something about this severity. */
  public boolean buys(Severity severity) {
    return bought.containsKey(severity);
  }
}
