package io.meridian.escalation.escalation.api;

import io.meridian.escalation.escalation.domain.Command;
import io.meridian.events.EscalationStatus;
import io.meridian.events.Mood;
import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send to change an escalation, besides {@link PatchRequest}. */
final class ChangeRequests {
  private static final int REASON_MAX = 8_192;
  private static final int NAME_MAX = 200;

  /** The code of a region, as customers and the calendar have them. */
  static final String REGION = "[A-Za-z][A-Za-z0-9_-]{0,31}";

  private static final Set<NoteKind> DATED =
      EnumSet.of(NoteKind.ACTION, NoteKind.PROMISE, NoteKind.DEADLINE);

  private ChangeRequests() {}

  /** A new severity. */
  @Schema(name = "SeverityChange")
  public record SeverityChange(
      @NotNull Severity severity, @Size(max = REASON_MAX) @Nullable String reason) {

    Command command(String by) {
      return new Command.ChangeSeverity(by, severity, reason);
    }
  }

  /** Whether it travels, and where it lives. */
  @Schema(name = "ServiceHoursChange")
  public record ServiceHoursChange(
      @Schema(
              description =
                  "FOLLOW_THE_SUN: handed over from region to region around the clock; HOME_REGION:"
                      + " worked on in the hours of its home region, resting meanwhile")
          @NotNull
          ServiceHours serviceHours,
      @Schema(description = "Where it lives; absent: where it lived", examples = "EMEA")
          @Pattern(regexp = REGION, message = "must be a region code such as EMEA")
          @Nullable String homeRegion,
      @Schema(examples = "Customer works nights this week") @NotBlank @Size(max = REASON_MAX)
          String reason) {

    Command command(String by) {
      return new Command.SetServiceHours(by, serviceHours, homeRegion, reason);
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
          String text,
      @Schema(description = "what it is to whoever takes over; a plain note without")
          @Nullable NoteKind kind,
      @Schema(description = "of an ACTION, PROMISE or DEADLINE", examples = "2026-03-09T15:30:00Z")
          @Nullable Instant due,
      @Schema(description = "whose ACTION it is: a TAM id or a name", examples = "tam-kai")
          @Size(max = NAME_MAX)
          @Nullable String owner,
      @Schema(description = "of the customer, at a CUSTOMER_CONTACT") @Nullable Mood mood,
      @Schema(description = "revision of the earlier entry that this one settles", examples = "4")
          @Positive
          @Nullable Long settles) {

    /** The command; refused with 400 when a field does not go with the kind. */
    Command.Note command(String by) {
      List<Violation> violations = new ArrayList<>();
      check(violations, "/due", due == null || (kind != null && DATED.contains(kind)), DATED);
      check(violations, "/owner", owner == null || kind == NoteKind.ACTION, NoteKind.ACTION);
      check(
          violations,
          "/mood",
          mood == null || kind == NoteKind.CUSTOMER_CONTACT,
          NoteKind.CUSTOMER_CONTACT);
      if (kind == NoteKind.DEADLINE && due == null) {
        violations.add(new Violation("/due", "required", "A DEADLINE has a due instant"));
      }
      if (!violations.isEmpty()) {
        throw Problem.invalid(violations);
      }
      boolean plain = kind == null && settles == null;
      return new Command.Note(
          by, text, plain ? null : new NoteDetails(kind, due, owner, mood, settles));
    }

    private static void check(
        List<Violation> violations, String pointer, boolean fits, Object kinds) {
      if (!fits) {
        violations.add(new Violation(pointer, "kind", "Only for kind " + kinds));
      }
    }
  }
}
