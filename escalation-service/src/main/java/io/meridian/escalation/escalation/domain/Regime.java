package io.meridian.escalation.escalation.domain;

import io.meridian.escalation.customer.domain.ServiceTerms;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Whether an escalation travels, and where it lives (docs/glossary.md: service hours, home region).
 *
 * @param homeRegion the region in which it lives, or would if it did not travel; null while none is
 *     known
 * @param set an act has set the service hours: no default takes their place
 */
public record Regime(ServiceHours serviceHours, @Nullable String homeRegion, boolean set) {

  /** What an escalation opens with. */
  public static Regime of(Severity severity, ServiceTerms terms) {
    return new Regime(terms.serviceHours(severity), terms.homeRegion(), false);
  }

  /** What an act makes of it; without a region it lives where it lived. */
  Regime set(ServiceHours hours, @Nullable String region) {
    return new Regime(hours, region == null ? homeRegion : region, true);
  }

  /**
   * What another severity makes of it. One that rises to 1 or 2 travels, and an act that has said
   * otherwise is forgotten; else the default counts, unless an act has set the hours.
   */
  Regime regraded(Severity from, Severity to, ServiceTerms terms) {
    if (isRiseToSevere(from, to)) {
      return serviceHours == ServiceHours.FOLLOW_THE_SUN
          ? this
          : new Regime(ServiceHours.FOLLOW_THE_SUN, homeRegion, false);
    }
    return withDefault(to, terms, homeRegion);
  }

  /** What another customer makes of it: it lives where they live, whatever an act has said. */
  Regime ofCustomer(Severity severity, ServiceTerms terms) {
    return withDefault(severity, terms, terms.homeRegion());
  }

  /** What is left without a customer: it lives where it lived. */
  Regime ofNobody(Severity severity, ServiceTerms terms) {
    return withDefault(severity, terms, homeRegion);
  }

  private Regime withDefault(Severity severity, ServiceTerms terms, @Nullable String region) {
    return new Regime(set ? serviceHours : terms.serviceHours(severity), region, set);
  }

  /** Why {@link #regraded} changes something, for people. */
  static String whyRegraded(Severity from, Severity to, ServiceTerms terms) {
    return terms.buys(to) && !isRiseToSevere(from, to)
        ? "tier " + terms.tier() + " buys it"
        : "severity " + (to.compareTo(from) < 0 ? "rose" : "fell") + " to " + to;
  }

  /** True if a severity gets worse, and is 1 or 2 now. */
  private static boolean isRiseToSevere(Severity from, Severity to) {
    return to.compareTo(from) < 0 && to.compareTo(Severity.SEV2) <= 0;
  }

  /** For people: {@code HOME_REGION EMEA}. */
  public static String words(ServiceHours hours, @Nullable String homeRegion) {
    return homeRegion == null ? hours.name() : hours + " " + homeRegion;
  }
}
