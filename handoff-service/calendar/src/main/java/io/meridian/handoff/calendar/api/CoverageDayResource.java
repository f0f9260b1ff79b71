package io.meridian.handoff.calendar.api;

import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.handoff.calendar.domain.Coverage;
import io.meridian.handoff.calendar.domain.CoverageDays;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.calendar.domain.WallClock;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A year of coverage at a glance. */
@Path("/api/v1/coverage/days")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
public class CoverageDayResource {
  private static final String EXAMPLE =
      """
      {"from":"2026-01-01T00:00:00Z","to":"2027-01-01T00:00:00Z","zone":"UTC","tzdb":"2026a",
      "days":[{"date":"2026-03-08","minutes":60,"agreedMinutes":0,"causes":["CLOCK_CHANGE"]}],
      "runs":[{"start":"2026-03-08T22:00:00Z","end":"2026-10-31T23:00:00Z","startTime":"22:00",
      "endTime":"23:00","each":"PT1H","count":238,"total":"PT238H","cause":"CLOCK_CHANGE",
      "agreed":null,"why":"every zone on its standard offset would leave no hole here"}],
      "totals":{"gap":"PT238H","agreed":"PT0S","overlap":"PT238H"}}\
      """;

  private final RosterQueries queries;

  CoverageDayResource(RosterQueries queries) {
    this.queries = queries;
  }

  /** The coverage of a window by days. */
  @Schema(name = "CoverageDays")
  record DaysView(
      Instant from,
      Instant to,
      @Schema(description = "in which days and times of day are") String zone,
      @Schema(description = "version of the time-zone database it was computed with") String tzdb,
      @Schema(description = "the days that have a hole; all others have none") List<DayView> days,
      @Schema(description = "equal holes on following days, one line each, by their first")
          List<RunView> runs,
      CoverageResource.Totals totals) {}

  /** A day with a hole. */
  @Schema(name = "CoverageDay")
  record DayView(
      LocalDate date,
      @Schema(description = "in which no primary is on duty anywhere, rounded up") long minutes,
      @Schema(description = "the part of them that a manager has agreed to") long agreedMinutes,
      @Schema(description = "the longest first") List<CoverageGap.Cause> causes) {}

  /** Equal holes on following days. */
  @Schema(name = "CoverageRun")
  record RunView(
      @Schema(description = "start of the first") Instant start,
      @Schema(description = "end of the last") Instant end,
      @Schema(description = "time of day at which each begins", examples = "22:00")
          String startTime,
      @Schema(description = "time of day at which each ends", examples = "23:00") String endTime,
      Duration each,
      int count,
      Duration total,
      CoverageGap.Cause cause,
      @Nullable UUID agreed,
      @Schema(description = "the cause in words") String why) {}

  @GET
  @RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
  @Operation(
      summary = "When nobody is on duty as primary: minutes a day, and equal holes as one line",
      description = "For 12 months a heat map is drawn from it. Without a window: from now on.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DaysView.class),
              examples = @ExampleObject(name = "a year", value = EXAMPLE)))
  public Uni<DaysView> days(
      @Parameter(description = "Start of the window; now without both bounds") @RestQuery
          @Nullable Instant from,
      @Parameter(description = "End of the window, at most 24 months later; 12 without both bounds")
          @RestQuery
          @Nullable Instant to,
      @Parameter(description = "history (the default) or rules") @RestQuery @Nullable String basis,
      @Parameter(description = "whose days they are; UTC when left out", example = "Europe/London")
          @RestQuery
          @Nullable String zone) {
    Window window = Window.ahead(from, to, queries.now());
    ZoneId days = zone(zone);
    return queries
        .coverage(window.from(), window.to(), Window.basis(basis))
        .map(coverage -> view(window, days, coverage));
  }

  private static ZoneId zone(@Nullable String zone) {
    try {
      return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw Problem.invalid("?zone", "unknown-zone", "must be a zone as Europe/London");
    }
  }

  private static DaysView view(Window window, ZoneId zone, Coverage coverage) {
    CoverageDays days = CoverageDays.of(coverage.gaps(), zone);
    return new DaysView(
        window.from(),
        window.to(),
        zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId(),
        WallClock.tzdb(),
        days.days().stream().map(CoverageDayResource::day).toList(),
        days.runs().stream().map(CoverageDayResource::run).toList(),
        new CoverageResource.Totals(coverage.gap(), coverage.agreed(), coverage.overlap()));
  }

  private static DayView day(CoverageDays.Day day) {
    return new DayView(day.date(), minutes(day.uncovered()), minutes(day.agreed()), day.causes());
  }

  private static long minutes(Duration time) {
    return time.plusSeconds(59).toMinutes();
  }

  private static RunView run(CoverageDays.Run run) {
    return new RunView(
        run.start(),
        run.end(),
        run.from().toString(),
        run.to().toString(),
        run.each(),
        run.count(),
        run.total(),
        run.cause(),
        run.agreed(),
        why(run.cause()));
  }

  private static String why(CoverageGap.Cause cause) {
    return switch (cause) {
      case HOLIDAY -> "a shift is off for a holiday";
      case EMPTY_SHIFT -> "there is a shift, and nobody holds it";
      case CLOCK_CHANGE -> "every zone on its standard offset would leave no hole here";
      case NO_SHIFT -> "no pattern makes a shift here";
    };
  }
}
