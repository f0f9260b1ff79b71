package io.meridian.audit.api;

import io.meridian.audit.domain.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log, as its readers see it. */
@Schema(name = "AuditEntry")
record AuditEntryView(
    Instant at,
    @Schema(description = "who acted") Who who,
    @Schema(
            description = "the operation; where the service acted by itself, what happened",
            examples = "PUT /api/v1/calendar")
        String what,
    @Schema(description = "what was changed") Thing object,
    @Schema(
            description =
                "SHA-256 of the object after its last change before; null when there was none, or"
                    + " none that was written down")
        @Nullable String before,
    @Schema(description = "SHA-256 of the object after the change; null when it is no more")
        @Nullable String after,
    @Nullable String reason,
    @Schema(description = "the W3C trace of the request; null where the service acted by itself")
        @Nullable String traceId) {

  /** Who acted. */
  @Schema(name = "AuditActor")
  record Who(
      @Schema(enumeration = {"PERSON", "INTEGRATION", "SYSTEM"}) String kind,
      String id,
      @Schema(description = "that they had then") List<String> roles,
      @Schema(description = "id of the API token that a program came with; null where none did")
          @Nullable String token) {}

  /** What was changed. */
  @Schema(name = "AuditedObject")
  record Thing(@Schema(examples = "calendar") String kind, String id) {}

  static AuditEntryView of(AuditEntry entry) {
    return new AuditEntryView(
        entry.at(),
        new Who(entry.actorKind(), entry.actor(), entry.roles(), entry.token()),
        entry.what(),
        new Thing(entry.kind(), entry.object()),
        entry.before(),
        entry.after(),
        entry.reason(),
        entry.trace());
  }
}
