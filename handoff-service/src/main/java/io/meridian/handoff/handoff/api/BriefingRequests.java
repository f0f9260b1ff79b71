package io.meridian.handoff.handoff.api;

import io.meridian.events.Mood;
import io.meridian.handoff.handoff.domain.briefing.Briefing;
import io.meridian.handoff.handoff.domain.briefing.Written;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the outgoing TAM writes. */
final class BriefingRequests {
  private static final int WORDS_MAX = 4_000;
  private static final int LINE_MAX = 1_000;
  private static final int NAME_MAX = 200;
  private static final int LIST_MAX = 50;

  static final String EXAMPLE =
      """
      {"severityReason":"all card payments in EMEA fail","summary":"Rolled back to 4.1; errors fall",
      "lastContact":{"at":"2026-03-09T14:10:00Z","by":"emma","text":"told of the rollback"},
      "mood":"CONCERNED",
      "actions":[{"text":"confirm the rollback","owner":"tam-zoe","due":"2026-03-09T16:00:00Z"}],
      "promises":[{"text":"next update","due":"2026-03-09T15:30:00Z"}],
      "risks":["the certificate expires tonight"],
      "hypotheses":[{"text":"bad certificate","ruledOut":false},{"text":"DNS","ruledOut":true}],
      "links":["https://status.acme.example/42"]}""";

  static final String FIELD = "{\"summary\":\"Rolled back to 4.1; errors fall\"}";

  private BriefingRequests() {}

  /** Words of a briefing: what is left out or null is not written, and [] is none. */
  @Schema(name = "BriefingEdit")
  record Edit(
      @Size(max = WORDS_MAX) @Nullable String severityReason,
      @Size(max = WORDS_MAX) @Nullable String summary,
      @Valid @Nullable Contact lastContact,
      @Nullable Mood mood,
      @Size(max = LIST_MAX) @Nullable List<@NotNull @Valid Action> actions,
      @Size(max = LIST_MAX) @Nullable List<@NotNull @Valid Due> promises,
      @Size(max = LIST_MAX) @Nullable List<@NotBlank @Size(max = LINE_MAX) String> risks,
      @Size(max = LIST_MAX) @Nullable List<@NotNull @Valid Hypothesis> hypotheses,
      @Size(max = LIST_MAX) @Nullable List<@NotBlank @Size(max = LINE_MAX) String> links) {

    Written toDomain() {
      return new Written(
          severityReason,
          summary,
          lastContact == null ? null : lastContact.toDomain(),
          mood,
          actions == null ? null : actions.stream().map(Action::toDomain).toList(),
          promises == null ? null : promises.stream().map(Due::toDomain).toList(),
          risks,
          hypotheses == null ? null : hypotheses.stream().map(Hypothesis::toDomain).toList(),
          links);
    }
  }

  /** When the customer was last spoken with. */
  @Schema(name = "BriefingContact")
  record Contact(
      @NotNull Instant at,
      @NotBlank @Size(max = NAME_MAX) String by,
      @NotBlank @Size(max = LINE_MAX) String text) {

    Briefing.Contact toDomain() {
      return new Briefing.Contact(at, by, text);
    }
  }

  /** Something to be done. */
  @Schema(name = "BriefingAction")
  record Action(
      @NotBlank @Size(max = LINE_MAX) String text,
      @Size(max = NAME_MAX) @Nullable String owner,
      @Nullable Instant due) {

    Briefing.Action toDomain() {
      return new Briefing.Action(text, owner, due);
    }
  }

  /** Something that is due. */
  @Schema(name = "BriefingDue")
  record Due(@NotBlank @Size(max = LINE_MAX) String text, @Nullable Instant due) {

    Briefing.Due toDomain() {
      return new Briefing.Due(text, due);
    }
  }

  /** What may be the cause. */
  @Schema(name = "BriefingHypothesis")
  record Hypothesis(@NotBlank @Size(max = LINE_MAX) String text, boolean ruledOut) {

    Briefing.Hypothesis toDomain() {
      return new Briefing.Hypothesis(text, ruledOut);
    }
  }
}
