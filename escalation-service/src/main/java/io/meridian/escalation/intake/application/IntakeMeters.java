package io.meridian.escalation.intake.application;

import static java.util.Objects.requireNonNull;

import io.meridian.escalation.intake.domain.IntakeOutcome;
import io.meridian.escalation.integration.domain.IntegrationKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** {@code meridian_intake_messages_total} by kind of sender and outcome; looked up once. */
@ApplicationScoped
class IntakeMeters {
  private final Map<IntegrationKind, Map<IntakeOutcome, Counter>> counters =
      new EnumMap<>(IntegrationKind.class);

  IntakeMeters(MeterRegistry registry) {
    for (IntegrationKind kind : IntegrationKind.values()) {
      Map<IntakeOutcome, Counter> byOutcome = new EnumMap<>(IntakeOutcome.class);
      for (IntakeOutcome outcome : IntakeOutcome.values()) {
        byOutcome.put(
            outcome,
            Counter.builder("meridian.intake.messages")
                .description("Messages of ticketing systems, by what became of them")
                .tag("kind", kind.wireName())
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry));
      }
      counters.put(kind, byOutcome);
    }
  }

  void count(IntegrationKind kind, IntakeOutcome outcome) {
    requireNonNull(requireNonNull(counters.get(kind)).get(outcome)).increment();
  }
}
