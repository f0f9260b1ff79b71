package io.meridian.escalation.integration.application;

import io.meridian.escalation.integration.domain.Integration;
import io.meridian.escalation.integration.domain.IntegrationKind;
import io.meridian.rest.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/** Who sent a message, by its signature. All refusals look alike and take as long. */
@ApplicationScoped
public class SenderCheck {
  private static final UUID NOBODY = new UUID(0, 0);

  private final Senders senders;
  private final IntegrationConfig config;
  private final Clock clock;
  private final SecretKey nobodysKey = WebhookSecret.key(WebhookSecret.generate());

  SenderCheck(Senders senders, IntegrationConfig config, Clock clock) {
    this.senders = senders;
    this.config = config;
    this.clock = clock;
  }

  /**
   * The integration that sent the message.
   *
   * @param integrationId as in the path
   * @throws Problem 401 when the integration is unknown, revoked or of another kind, the signature
   *     is wrong, or the timestamp too far from now
   */
  public Uni<Integration> sender(
      IntegrationKind kind, String integrationId, SignedMessage message) {
    return senders
        .find(id(integrationId))
        .map(found -> found.filter(sender -> sender.integration().kind() == kind))
        .map(found -> check(found, message));
  }

  private Integration check(Optional<Sender> found, SignedMessage message) {
    Instant now = clock.instant();
    List<SecretKey> keys = found.map(s -> s.keysAt(now)).orElseGet(() -> List.of(nobodysKey));
    if (!message.isAuthentic(keys, now, config.timestampTolerance()) || found.isEmpty()) {
      throw Problem.unauthorized("The signature does not match a known integration");
    }
    return found.get().integration();
  }

  private static UUID id(String text) {
    try {
      return text.length() == 36 ? UUID.fromString(text) : NOBODY;
    } catch (IllegalArgumentException e) {
      return NOBODY;
    }
  }
}
