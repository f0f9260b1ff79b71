package io.meridian.escalation.intake.domain;

import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.events.ExternalRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that came in and may open an escalation; {@code by} is who sent it. */
public sealed interface Arrival permits Arrival.Opening, TicketReport {

  String by();

  /** The record of another system it is about; null for one that certainly opens. */
  @Nullable ExternalRef ref();

  /** True unless it looks like the first that is heard of its record: a hint, never a promise. */
  boolean isLikelyKnown();

  /** The customer that it names, or null. */
  @Nullable UUID customerId();

  /**
   * What it means when its record is not known yet.
   *
   * @param terms those of the customer that it names
   */
  IntakeDecision first(UUID id, long number, TermsByCustomer terms, Instant now);

  /**
   * What it means for the escalation that stands for its record.
   *
   * @param terms those of the customer that it names, and of the escalation's
   */
  IntakeDecision next(Escalation known, TermsByCustomer terms, Instant now);

  /** Somebody asks to open an escalation; asked again for the same record, it is that one. */
  record Opening(String by, Content content, @Nullable ExternalRef ref) implements Arrival {
    @Override
    public boolean isLikelyKnown() {
      return false;
    }

    @Override
    public @Nullable UUID customerId() {
      return content.customerId();
    }

    @Override
    public IntakeDecision first(UUID id, long number, TermsByCustomer terms, Instant now) {
      return IntakeDecision.of(
          IntakeOutcome.CREATED,
          Escalation.open(id, number, content, ref, by, terms.of(content.customerId()), now));
    }

    @Override
    public IntakeDecision next(Escalation known, TermsByCustomer terms, Instant now) {
      return new IntakeDecision(IntakeOutcome.DUPLICATE, known, List.of());
    }
  }
}
