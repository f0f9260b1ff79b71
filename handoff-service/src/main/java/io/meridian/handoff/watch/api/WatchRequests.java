package io.meridian.handoff.watch.api;

import io.meridian.events.Severity;
import io.meridian.handoff.watch.application.WatchItems.Wish;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people send about watch items and notes. */
final class WatchRequests {
  private static final int LINE_MAX = 200;
  private static final int TEXT_MAX = 4_000;

  static final String ITEM =
      """
      {"customerId":"01959c2e-0000-7c1f-8a60-2f6f0f6d3b10","what":"Database migration until 22:00",
      "whatIf":"If kiosks lose the booking service, call Helena Marsh and open a SEV1",
      "from":"2026-03-09T18:00:00Z","until":"2026-03-09T22:00:00Z"}\
      """;

  private WatchRequests() {}

  /** Something to be watched. */
  @Schema(name = "NewWatchItem")
  record ItemRequest(
      @NotNull UUID customerId,
      @NotBlank @Size(max = LINE_MAX) String what,
      @Schema(description = "what to do if it happens") @NotBlank @Size(max = TEXT_MAX)
          String whatIf,
      @Schema(description = "when it begins; from now on when left out") @Nullable Instant from,
      @Schema(description = "its end, within 92 days") @NotNull Instant until) {

    Wish wish() {
      return new Wish(
          customerId,
          what,
          whatIf,
          from == null ? null : from.truncatedTo(ChronoUnit.MILLIS),
          until.truncatedTo(ChronoUnit.MILLIS));
    }
  }

  /** It happened. */
  @Schema(name = "WatchEscalation")
  record EscalationRequest(@NotNull Severity severity) {}

  /** What the outgoing crew says. */
  @Schema(name = "NewShiftChangeNote")
  record NoteRequest(@NotBlank @Size(max = TEXT_MAX) String text) {}
}
