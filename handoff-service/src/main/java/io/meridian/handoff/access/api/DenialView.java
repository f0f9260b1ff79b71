package io.meridian.handoff.access.api;

import io.meridian.events.DenialState;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or one token, that no service lets in.
 *
 * @param counts whether it does so now
 * @param liftedBy who ended it; null for one that nobody ended
 */
@Schema(name = "Denial", example = DenialView.EXAMPLE)
record DenialView(
    UUID id,
    @Nullable String subject,
    @Nullable String tokenId,
    @Schema(description = "then it ends by itself; null: never") @Nullable Instant until,
    String reason,
    boolean counts,
    String by,
    Instant madeAt,
    @Nullable String liftedBy,
    Instant changedAt) {

  static final String EXAMPLE =
      """
      {"id":"01939b1c-0000-7000-8000-000000000019","subject":"contractor-7","tokenId":null,
      "until":"2026-03-10T00:00:00Z","reason":"laptop stolen","counts":true,"by":"admin-ada",
      "madeAt":"2026-03-09T08:00:00Z","liftedBy":null,"changedAt":"2026-03-09T08:00:00Z"}""";

  static DenialView of(DenialState denial, boolean counts) {
    return new DenialView(
        denial.id(),
        denial.subject(),
        denial.tokenId(),
        denial.until(),
        denial.reason(),
        counts,
        denial.by(),
        denial.madeAt(),
        denial.liftedBy(),
        denial.changedAt());
  }
}
