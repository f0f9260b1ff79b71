package io.meridian.metrics.api;

import io.meridian.metrics.domain.AttendanceGrouping;
import io.meridian.metrics.domain.Window;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import java.time.Instant;
import java.time.Period;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which open time is looked at, and by what: the query parameters of attendance. */
public class AttendanceQuestion {

  /** It is summed from single rows, so its windows are short. */
  private static final Period LONGEST = Period.ofMonths(3);

  @Parameter(
      description = "first instant; 3 months before to by default, no earlier",
      example = "2026-03-02T00:00:00Z")
  @RestQuery
  @Nullable Instant from;

  @Parameter(description = Windows.TO, example = "2026-03-09T00:00:00Z")
  @RestQuery
  @Nullable Instant to;

  @Parameter(
      description = "serviceHours by default; region and tam are those of who was accountable",
      schema =
          @Schema(enumeration = {"serviceHours", "severity", "customer", "week", "region", "tam"}))
  @RestQuery
  @Nullable String groupBy;

  @Parameter(description = "groups in the answer at most, 1 to 500, 500 by default")
  @RestQuery
  @Nullable Integer limit;

  /**
   * Which time.
   *
   * @throws Problem 400 naming the parameter that is wrong
   */
  Window window(Instant now) {
    return Windows.of(from, to, now, LONGEST);
  }

  /**
   * By what.
   *
   * @throws Problem 400 when there is no such grouping
   */
  AttendanceGrouping grouping() {
    return groupBy == null
        ? AttendanceGrouping.SERVICE_HOURS
        : AttendanceGrouping.named(groupBy)
            .orElseThrow(
                () ->
                    Problem.invalid(
                        "?groupBy",
                        "unknown-value",
                        "must be one of " + AttendanceGrouping.names()));
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
