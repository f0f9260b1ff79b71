package io.meridian.escalation.escalation.application;

import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Overview;
import io.meridian.events.ExternalRef;
import io.meridian.rest.security.Actor;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Opens escalations that people and systems ask for. The intake does, beside what tickets tell; it
 * is not known here.
 */
public interface Opening {

  /**
   * What was opened.
   *
   * @param created false if its record was known already
   */
  record Opened(Overview overview, boolean created) {}

  /**
   * Opens an escalation, or answers the one that stands for the same record.
   *
   * @param actor who asks
   * @param ref the record that it stands for, or null
   * @param key the header {@code Idempotency-Key}, or null
   * @param request what the key must come with when it comes again
   */
  Uni<Opened> open(
      Actor actor,
      Content content,
      @Nullable ExternalRef ref,
      @Nullable String key,
      Object request);
}
