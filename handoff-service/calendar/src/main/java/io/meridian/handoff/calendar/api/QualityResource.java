package io.meridian.handoff.calendar.api;

import io.meridian.events.Person;
import io.meridian.handoff.calendar.application.CoverageQueries;
import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.handoff.calendar.domain.CoverageQuality;
import io.meridian.handoff.calendar.domain.RosterWarning;
import io.meridian.handoff.calendar.domain.WallClock;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How good the roster is, and what is likely wrong with it. */
@Path("/api/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
public class QualityResource {

  private static final String QUALITY_EXAMPLE =
      """
      {"score":72,"from":"2026-01-01T00:00:00Z","to":"2027-01-01T00:00:00Z",
      "deductions":[{"kind":"GAPS","points":28,
      "detail":"no primary is on duty for 238 h of 8760 h (2.7 %)"}],
      "load":[{"tam":{"id":"tam-kai","name":"Kai Tan"},"region":"APAC","duty":"PT1464H"}],
      "agreedUncovered":"PT8H","warnings":[],"tzdb":"2026a"}""";
  private static final String WARNINGS_EXAMPLE =
      """
      {"items":[{"kind":"SHORT_REST","tam":"tam-kai","region":"APAC",
      "start":"2026-01-05T07:00:00Z","end":"2026-01-05T15:00:00Z","count":3,
      "detail":"Kai Tan rests 8 h between two duties; at least 11 h are wanted"}],
      "from":"2026-01-01T00:00:00Z","to":"2027-01-01T00:00:00Z","nextCursor":null}""";

  private final CoverageQueries coverage;
  private final RosterQueries queries;

  QualityResource(CoverageQueries coverage, RosterQueries queries) {
    this.coverage = coverage;
    this.queries = queries;
  }

  /** The time that a TAM is primary or secondary in the window. */
  @Schema(name = "DutyLoad")
  public record LoadView(Person tam, String region, Duration duty) {}

  /**
   * The quality of a window.
   *
   * @param score 100 less the points of the deductions, 0 to 100
   * @param load of every active TAM who takes turns
   * @param agreedUncovered time without a primary that a manager has agreed to: it takes no points
   */
  @Schema(name = "CoverageQuality", example = QUALITY_EXAMPLE)
  public record QualityView(
      int score,
      Instant from,
      Instant to,
      List<CoverageQuality.Deduction> deductions,
      List<LoadView> load,
      Duration agreedUncovered,
      List<RosterWarning> warnings,
      String tzdb) {}

  /** What is likely wrong in a window. */
  @Schema(name = "RosterWarnings", example = WARNINGS_EXAMPLE)
  public record Warnings(
      List<RosterWarning> items, Instant from, Instant to, @Nullable String nextCursor) {}

  @GET
  @Path("/quality")
  @Operation(
      summary = "How good the roster is: 0 to 100, each deduction explained",
      description =
          "Points are taken for time without a primary that nobody has agreed to (a point for each"
              + " started thousandth, at most 50), for shifts that nobody holds (a point for each started hundredth, at"
              + " most 20), for duty shared unequally inside regions (at most 20), and for TAMs"
              + " with too little rest or too long weeks (a point each, at most 5 and 5)."
              + " Without from and to: the twelve months from now.")
  public Uni<QualityView> quality(
      @Parameter(description = "Start of the window") @RestQuery @Nullable Instant from,
      @Parameter(description = "End of the window, at most 24 months later") @RestQuery
          @Nullable Instant to,
      @Parameter(description = "history (the default) or rules") @RestQuery
          @Nullable String basis) {
    Window window = Window.ahead(from, to, queries.now());
    return coverage
        .quality(window.from(), window.to(), Window.basis(basis))
        .map(judged -> view(window, judged));
  }

  @GET
  @Path("/warnings")
  @Operation(
      summary = "What is allowed in the roster and still likely wrong",
      description =
          "Too little rest, too long weeks, nobody to be reached, somebody who may not serve, a"
              + " holiday calendar without a holiday. Without from and to: the twelve months from"
              + " now.")
  public Uni<Warnings> warnings(
      @Parameter(description = "Start of the window") @RestQuery @Nullable Instant from,
      @Parameter(description = "End of the window, at most 24 months later") @RestQuery
          @Nullable Instant to,
      @Parameter(description = "history (the default) or rules") @RestQuery
          @Nullable String basis) {
    Window window = Window.ahead(from, to, queries.now());
    return coverage
        .quality(window.from(), window.to(), Window.basis(basis))
        .map(judged -> new Warnings(judged.warnings(), window.from(), window.to(), null));
  }

  private static QualityView view(Window window, CoverageQueries.Judged judged) {
    CoverageQuality quality = judged.quality();
    return new QualityView(
        quality.score(),
        window.from(),
        window.to(),
        quality.deductions(),
        quality.load().stream()
            .map(l -> new LoadView(judged.inForce().person(l.tam()), l.region(), l.duty()))
            .toList(),
        quality.agreedUncovered(),
        judged.warnings(),
        WallClock.tzdb());
  }
}
