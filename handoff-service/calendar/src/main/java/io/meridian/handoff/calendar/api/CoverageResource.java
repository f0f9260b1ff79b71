package io.meridian.handoff.calendar.api;

import io.meridian.handoff.calendar.application.RosterQueries;
import io.meridian.handoff.calendar.domain.Coverage;
import io.meridian.handoff.calendar.domain.CoverageGap;
import io.meridian.handoff.calendar.domain.WallClock;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where a primary is on duty, and why none is. */
@Path("/api/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar")
@RolesAllowed({Roles.TAM, Roles.MANAGER, Roles.AUDITOR})
public class CoverageResource {

  private final RosterQueries queries;

  CoverageResource(RosterQueries queries) {
    this.queries = queries;
  }

  /**
   * A stretch in which no primary is on duty in any region.
   *
   * @param agreed id of the agreement that counts in it; null when nobody has agreed to it
   */
  @Schema(name = "CoverageGap")
  public record GapView(
      Instant start,
      Instant end,
      CoverageGap.Cause cause,
      Duration duration,
      @Nullable UUID agreed) {

    /** The gap as callers see it. */
    public static GapView of(CoverageGap gap) {
      return new GapView(gap.start(), gap.end(), gap.cause(), gap.length(), gap.agreed());
    }
  }

  /** A stretch in which the same regions have a primary on duty. */
  @Schema(name = "CoverageSegment")
  public record SegmentView(Instant start, Instant end, List<String> regions, Duration duration) {
    static SegmentView of(Coverage.Segment segment) {
      return new SegmentView(
          segment.start(),
          segment.end(),
          segment.regions(),
          Duration.between(segment.start(), segment.end()));
    }
  }

  /**
   * Sums over the whole window.
   *
   * @param gap no region has a primary on duty
   * @param agreed the part of it that a manager has agreed to
   * @param overlap two or more regions have one
   */
  @Schema(name = "CoverageTotals")
  public record Totals(Duration gap, Duration agreed, Duration overlap) {}

  /**
   * The gaps of a window.
   *
   * @param tzdb version of the time-zone database they were computed with
   */
  @Schema(name = "CoverageGaps", example = GAPS_EXAMPLE)
  public record Gaps(
      List<GapView> items, Totals totals, String tzdb, @Nullable String nextCursor) {}

  /** The coverage of a window as a function of time: the items leave no hole. */
  @Schema(name = "CoverageSegments")
  public record Segments(
      List<SegmentView> items, Totals totals, String tzdb, @Nullable String nextCursor) {}

  static final String GAPS_EXAMPLE =
      """
      {"items":[{"start":"2026-03-08T22:00:00Z","end":"2026-03-08T23:00:00Z",
      "cause":"CLOCK_CHANGE","duration":"PT1H","agreed":null}],
      "totals":{"gap":"PT238H","agreed":"PT0S","overlap":"PT238H"},"tzdb":"2026a","nextCursor":null}""";

  @GET
  @Path("/gaps")
  @Operation(
      summary = "When nobody is on duty as primary, and why",
      description =
          "Gaps are maximal inside the window, but cut where an agreement begins or ends to count:"
              + " agreed names it. Without limit all gaps of the window are answered;"
              + " totals are always of the whole window.")
  public Uni<Gaps> gaps(
      @Parameter(description = "Start of the window") @RestQuery @Nullable Instant from,
      @Parameter(description = "End of the window, at most 24 months later") @RestQuery
          @Nullable Instant to,
      @Parameter(description = "history (the default) or rules") @RestQuery @Nullable String basis,
      @Parameter(description = "Shorter gaps are left out of items; PT0S when absent") @RestQuery
          @Nullable String tolerance,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    Window window = Window.of(from, to);
    PageRequest request = PageRequest.of(limit, cursor);
    Duration shortest = Window.duration("tolerance", tolerance);
    return queries
        .coverage(window.from(), window.to(), Window.basis(basis))
        .map(
            coverage -> {
              Page<GapView> page =
                  page(
                      coverage.gaps().stream()
                          .filter(gap -> gap.isAtLeast(shortest))
                          .map(GapView::of)
                          .toList(),
                      GapView::start,
                      request,
                      limit == null);
              return new Gaps(page.items(), totals(coverage), WallClock.tzdb(), page.nextCursor());
            });
  }

  @GET
  @Operation(
      summary = "Which regions have a primary on duty, as a function of time",
      description =
          "The items follow one another without hole; an item without regions is a gap. Without"
              + " limit all items of the window are answered.")
  public Uni<Segments> segments(
      @Parameter(description = "Start of the window") @RestQuery @Nullable Instant from,
      @Parameter(description = "End of the window, at most 24 months later") @RestQuery
          @Nullable Instant to,
      @Parameter(description = "history (the default) or rules") @RestQuery @Nullable String basis,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return segments(from, to, basis, limit, cursor, segment -> true);
  }

  @GET
  @Path("/overlaps")
  @Operation(
      summary = "When two or more regions have a primary on duty",
      description = "Without limit all overlaps of the window are answered.")
  public Uni<Segments> overlaps(
      @Parameter(description = "Start of the window") @RestQuery @Nullable Instant from,
      @Parameter(description = "End of the window, at most 24 months later") @RestQuery
          @Nullable Instant to,
      @Parameter(description = "history (the default) or rules") @RestQuery @Nullable String basis,
      @RestQuery @Nullable Integer limit,
      @RestQuery @Nullable String cursor) {
    return segments(from, to, basis, limit, cursor, segment -> segment.regions().size() > 1);
  }

  private Uni<Segments> segments(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String basis,
      @Nullable Integer limit,
      @Nullable String cursor,
      Predicate<Coverage.Segment> wanted) {
    Window window = Window.of(from, to);
    PageRequest request = PageRequest.of(limit, cursor);
    return queries
        .coverage(window.from(), window.to(), Window.basis(basis))
        .map(
            coverage -> {
              Page<SegmentView> page =
                  page(
                      coverage.segments().stream().filter(wanted).map(SegmentView::of).toList(),
                      SegmentView::start,
                      request,
                      limit == null);
              return new Segments(
                  page.items(), totals(coverage), WallClock.tzdb(), page.nextCursor());
            });
  }

  private static Totals totals(Coverage coverage) {
    return new Totals(coverage.gap(), coverage.agreed(), coverage.overlap());
  }

  private static <T> Page<T> page(
      List<T> all, Function<T, Instant> start, PageRequest request, boolean unlimited) {
    Instant after = request.after(key -> Instant.parse(key.getFirst())).orElse(Instant.MIN);
    List<T> rest = all.stream().filter(item -> start.apply(item).isAfter(after)).toList();
    return unlimited
        ? new Page<>(rest, null)
        : Page.of(
            rest.subList(0, Math.min(rest.size(), request.limit() + 1)),
            request,
            item -> List.of(start.apply(item).toString()));
  }
}
