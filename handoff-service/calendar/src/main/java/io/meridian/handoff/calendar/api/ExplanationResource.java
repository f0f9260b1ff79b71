package io.meridian.handoff.calendar.api;

import io.meridian.handoff.calendar.application.Basis;
import io.meridian.handoff.calendar.application.ShiftExplanations;
import io.meridian.handoff.calendar.domain.ShiftExplanation;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why a shift is as it is. */
@Path("/api/v1/shifts/{id}/explanation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
public class ExplanationResource {

  private final ShiftExplanations explanations;

  ExplanationResource(ShiftExplanations explanations) {
    this.explanations = explanations;
  }

  /**
   * Why this person, why these instants.
   *
   * @param basis HISTORY when it has begun: explained by the calendar in force then; else RULES
   * @param revision of the calendar that explains it
   * @param tzdb version of the time-zone database that its instants come from
   * @param sentences the sentences of all parts, in order
   */
  @Schema(name = "ShiftExplanation")
  public record View(
      ShiftView shift,
      Basis basis,
      long revision,
      String tzdb,
      ShiftExplanation.@Nullable ByPattern pattern,
      ShiftExplanation.Boundary start,
      ShiftExplanation.Boundary end,
      ShiftExplanation.@Nullable ClockChange clockChange,
      ShiftExplanation.@Nullable OnHoliday holiday,
      List<ShiftExplanation.Place> places,
      ShiftExplanation.@Nullable ByOverride override,
      List<String> sentences) {}

  @GET
  @Operation(
      summary = "Why this person, why these instants",
      description =
          "The pattern, the turn in each rotation and its version, holiday, leave, override and"
              + " clock change; each part with a sentence for people.")
  public Uni<View> explain(UUID id) {
    return explanations.explain(id).map(ExplanationResource::view);
  }

  private static View view(ShiftExplanations.Explained explained) {
    ShiftExplanation why = explained.explanation();
    return new View(
        ShiftView.of(explained.inForce(), why.shift()),
        explained.basis(),
        explained.inForce().revision(),
        explained.tzdb(),
        why.pattern(),
        why.start(),
        why.end(),
        why.clockChange(),
        why.holiday(),
        why.places(),
        why.override(),
        sentences(why));
  }

  private static List<String> sentences(ShiftExplanation why) {
    List<String> sentences = new ArrayList<>();
    if (why.pattern() != null) {
      sentences.add(why.pattern().sentence());
    }
    sentences.add(why.start().sentence());
    sentences.add(why.end().sentence());
    if (why.clockChange() != null) {
      sentences.add(why.clockChange().sentence());
    }
    if (why.holiday() != null) {
      sentences.add(why.holiday().sentence());
    }
    why.places().forEach(place -> sentences.add(place.sentence()));
    if (why.override() != null) {
      sentences.add(why.override().sentence());
    }
    return sentences;
  }
}
