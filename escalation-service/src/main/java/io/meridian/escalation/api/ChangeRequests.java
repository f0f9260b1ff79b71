package io.meridian.escalation.api;

import io.meridian.escalation.domain.Command;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Severity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send to change an escalation, besides {@link PatchRequest}. */
final class ChangeRequests {
  private static final int REASON_MAX = 8_192;

  private ChangeRequests() {}

  /** A new severity. */
  @Schema(name = "SeverityChange")
  public record SeverityChange(
      @NotNull Severity severity, @Size(max = REASON_MAX) @Nullable String reason) {

    Command command(String by) {
      return new Command.ChangeSeverity(by, severity, reason);
    }
  }

  /** A new status. */
  @Schema(
      name = "StatusChange",
      description =
          "OPEN reopens what is resolved or closed; reason is the resolution for RESOLVED")
  public record StatusChange(
      @NotNull EscalationStatus status, @Size(max = REASON_MAX) @Nullable String reason) {

    Command command(String by) {
      return switch (status) {
        case OPEN -> new Command.Reopen(by, reason);
        case ACKNOWLEDGED -> new Command.Acknowledge(by);
        case RESOLVED -> new Command.Resolve(by, reason);
        case CLOSED -> new Command.Close(by, reason);
      };
    }
  }

  /** A note for the timeline. */
  @Schema(name = "NewNote")
  public record NewNote(
      @Schema(examples = "Customer confirms the workaround")
          @NotBlank
          @Size(max = OpenRequest.TEXT_MAX)
          String text) {

    Command.Note command(String by) {
      return new Command.Note(by, text);
    }
  }
}
