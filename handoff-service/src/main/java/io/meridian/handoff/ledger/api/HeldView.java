package io.meridian.handoff.ledger.api;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.handoff.ledger.domain.HeldEscalation;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An open escalation that somebody is accountable for now.
 *
 * @param end when somebody else takes over who has accepted already, or null
 */
@Schema(name = "HeldEscalation")
record HeldView(
    UUID escalationId,
    String escalation,
    String title,
    Severity severity,
    Person tam,
    String region,
    Instant start,
    @Nullable Instant end,
    AccountabilityBasis basis) {

  static HeldView of(HeldEscalation held, Function<String, Person> people) {
    return new HeldView(
        held.escalationId(),
        held.shortId(),
        held.title(),
        held.severity(),
        people.apply(held.interval().tam()),
        held.interval().region(),
        held.interval().start(),
        held.interval().end(),
        held.interval().basis());
  }
}
