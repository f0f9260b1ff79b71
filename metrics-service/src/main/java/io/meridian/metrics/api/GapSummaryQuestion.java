package io.meridian.metrics.api;

import io.meridian.metrics.domain.GapGrouping;
import io.meridian.metrics.domain.Window;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which gaps are summed, and how: the query parameters of the summary. */
public class GapSummaryQuestion {

  @Parameter(description = Windows.FROM, example = "2026-01-01T00:00:00Z")
  @RestQuery
  @Nullable Instant from;

  @Parameter(description = Windows.TO, example = "2027-01-01T00:00:00Z")
  @RestQuery
  @Nullable Instant to;

  @Parameter(
      description =
          "regionPair by default; tam is who was accountable, askedTam who had been asked to take"
              + " over",
      schema =
          @Schema(
              enumeration = {
                "regionPair",
                "cause",
                "week",
                "severity",
                "customer",
                "tam",
                "askedTam"
              }))
  @RestQuery
  @Nullable String groupBy;

  @Parameter(description = "groups in the answer at most, 1 to 500, 500 by default")
  @RestQuery
  @Nullable Integer limit;

  /**
   * Which gaps.
   *
   * @throws Problem 400 naming the parameter that is wrong
   */
  Window window(Instant now) {
    return Windows.of(from, to, now);
  }

  /**
   * By what.
   *
   * @throws Problem 400 when there is no such grouping
   */
  GapGrouping grouping() {
    return groupBy == null
        ? GapGrouping.REGION_PAIR
        : GapGrouping.named(groupBy)
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "?groupBy", "unknown-value", "must be one of " + GapGrouping.names()));
  }

  /**
   * How many groups at most.
   *
   * @throws Problem 400 when out of range
   */
  int groupsMax() {
    return PageRequest.of(limit == null ? PageRequest.LIMIT_MAX : limit, null).limit();
  }
}
