package io.meridian.escalation.integration.application;

import io.meridian.escalation.integration.domain.Integration;
import java.time.Instant;
import java.util.List;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** An active integration with its keys ready for use. */
record Sender(Integration integration, SecretKey key, @Nullable SecretKey previousKey) {

  /** The keys that are believed at {@code now}. */
  List<SecretKey> keysAt(Instant now) {
    Instant until = integration.previousUntil();
    return previousKey != null && until != null && now.isBefore(until)
        ? List.of(key, previousKey)
        : List.of(key);
  }
}
