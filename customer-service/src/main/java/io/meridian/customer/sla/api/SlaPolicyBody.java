package io.meridian.customer.sla.api;

import io.meridian.customer.sla.domain.SlaPolicy;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.events.SlaTarget;
import io.meridian.events.Tier;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send and see of service levels. */
final class SlaPolicyBody {
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration CLOSE_AFTER_MIN = Duration.ofHours(1);
  private static final Duration CLOSE_AFTER_MAX = Duration.ofDays(365);

  private static final String CLOSING =
      "How long after being resolved an escalation closes by itself, PT1H to P365D; null: as the"
          + " house has it, seven days unless set otherwise. Counts for what is resolved from now"
          + " on";

  private SlaPolicyBody() {}

  /** What is promised for one severity; a duration that is absent is not promised. */
  @Schema(name = "SlaTarget")
  public record Target(
      @NotNull Severity severity,
      @Schema(nullable = true, examples = "PT15M") @Nullable Duration acknowledgeWithin,
      @Schema(nullable = true, examples = "PT1H") @Nullable Duration updateEvery,
      @Schema(nullable = true, examples = "PT4H") @Nullable Duration mitigateWithin,
      @Schema(nullable = true, examples = "PT24H") @Nullable Duration resolveWithin,
      @Schema(
              nullable = true,
              examples = "FOLLOW_THE_SUN",
              description =
                  "FOLLOW_THE_SUN: such escalations are handed over around the clock. HOME_REGION:"
                      + " they rest outside the hours of their home region. null: as their severity"
                      + " has it, the former for SEV1 and SEV2. Counts for what opens, or changes"
                      + " severity or customer, from now on")
          @Nullable ServiceHours serviceHours) {

    static Target of(SlaTarget target) {
      return new Target(
          target.severity(),
          target.acknowledgeWithin(),
          target.updateEvery(),
          target.mitigateWithin(),
          target.resolveWithin(),
          target.serviceHours());
    }

    SlaTarget toTarget() {
      return new SlaTarget(
          severity, acknowledgeWithin, updateEvery, mitigateWithin, resolveWithin, serviceHours);
    }
  }

  /** The body of PUT. */
  @Schema(name = "SlaPolicyReplace")
  public record Replace(
      @NotNull
          @Size(max = 4)
          @Schema(description = "at most one of each severity; none promises nothing")
          List<@Valid @NotNull Target> targets,
      @Schema(nullable = true, examples = "P7D", description = CLOSING)
          @Nullable Duration closeAfter) {

    /** The targets; refused with 400, each fault by its place, when anything of the body is. */
    List<SlaTarget> toTargets() {
      List<Violation> violations = new ArrayList<>();
      if (closeAfter != null
          && (closeAfter.compareTo(CLOSE_AFTER_MIN) < 0
              || closeAfter.compareTo(CLOSE_AFTER_MAX) > 0)) {
        violations.add(new Violation("/closeAfter", "range", "must be PT1H to P365D"));
      }
      Set<Severity> seen = EnumSet.noneOf(Severity.class);
      for (int i = 0; i < targets.size(); i++) {
        Target target = targets.get(i);
        String pointer = "/targets/" + i;
        if (!seen.add(target.severity())) {
          violations.add(new Violation(pointer + "/severity", "duplicate", "is named before"));
        }
        check(pointer + "/acknowledgeWithin", target.acknowledgeWithin(), violations);
        check(pointer + "/updateEvery", target.updateEvery(), violations);
        check(pointer + "/mitigateWithin", target.mitigateWithin(), violations);
        check(pointer + "/resolveWithin", target.resolveWithin(), violations);
        if (!inOrder(target)) {
          violations.add(
              new Violation(
                  pointer,
                  "out-of-order",
                  "acknowledgeWithin, mitigateWithin and resolveWithin must not get shorter"));
        }
      }
      if (!violations.isEmpty()) {
        throw Problem.invalid(violations);
      }
      return targets.stream().map(Target::toTarget).toList();
    }

    private static void check(
        String pointer, @Nullable Duration duration, List<Violation> violations) {
      if (duration != null && (!duration.isPositive() || duration.compareTo(LONGEST) > 0)) {
        violations.add(new Violation(pointer, "range", "must be above PT0S and at most P366D"));
      }
    }

    private static boolean inOrder(Target target) {
      List<Duration> promised =
          Stream.of(target.acknowledgeWithin(), target.mitigateWithin(), target.resolveWithin())
              .filter(Objects::nonNull)
              .toList();
      return promised.equals(promised.stream().sorted().toList());
    }
  }

  /** A policy as callers see it. */
  @Schema(name = "SlaPolicy")
  record View(
      Tier tier,
      @Schema(description = "the worst severity first") List<Target> targets,
      @Schema(nullable = true, examples = "P7D", description = CLOSING)
          @Nullable Duration closeAfter,
      @Schema(
              description = "counts the changes, 0 before the first; the ETag holds it",
              examples = "1")
          long revision,
      @Schema(nullable = true, examples = "2026-03-08T07:00:00Z") @Nullable Instant changedAt,
      Links links) {

    static View of(SlaPolicy policy) {
      String path = "/sla-policies/" + policy.tier();
      return new View(
          policy.tier(),
          policy.targets().stream().map(Target::of).toList(),
          policy.closeAfter(),
          policy.revision(),
          policy.revision() == 0 ? null : policy.changedAt(),
          new Links("/api/v1" + path, path));
    }
  }

  /** Where the policy is found, for programs and for people. */
  @Schema(name = "SlaPolicyLinks")
  record Links(
      @Schema(examples = "/api/v1/sla-policies/GOLD") String self,
      @Schema(examples = "/sla-policies/GOLD") String html) {}
}
