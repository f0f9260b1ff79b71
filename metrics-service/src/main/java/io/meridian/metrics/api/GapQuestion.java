package io.meridian.metrics.api;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import io.meridian.metrics.domain.GapFilter;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which gaps are asked for: the query parameters of the list. */
public class GapQuestion {

  @Parameter(description = Windows.FROM, example = "2026-03-07T00:00:00Z")
  @RestQuery
  @Nullable Instant from;

  @Parameter(description = Windows.TO, example = "2026-03-09T00:00:00Z")
  @RestQuery
  @Nullable Instant to;

  @Parameter(description = "region of who was accountable")
  @RestQuery
  List<String> fromRegion = List.of();

  @Parameter(description = "region that should have taken over")
  @RestQuery
  List<String> toRegion = List.of();

  @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = GapCause.class))
  @RestQuery
  List<String> cause = List.of();

  @Parameter(
      description = "customer id",
      schema = @Schema(type = SchemaType.ARRAY, implementation = UUID.class))
  @RestQuery
  List<String> customer = List.of();

  @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = Severity.class))
  @RestQuery
  List<String> severity = List.of();

  @Parameter(
      description = "true: only open gaps, false: only closed ones",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @RestQuery
  @Nullable String open;

  @Parameter(
      description = "true: only gaps in agreed coverage holes, false: only the others",
      schema = @Schema(type = SchemaType.BOOLEAN))
  @RestQuery
  @Nullable String agreed;

  @Parameter(description = "items on the page, 1 to 500, 50 by default")
  @RestQuery
  @Nullable Integer limit;

  @Parameter(description = "nextCursor of the page before")
  @RestQuery
  @Nullable String cursor;

  /**
   * Which page.
   *
   * @throws Problem 400 naming the parameter that is wrong
   */
  PageRequest page() {
    return PageRequest.of(limit, cursor);
  }

  /**
   * Which gaps.
   *
   * @throws Problem 400 naming the parameter that is wrong
   */
  GapFilter filter(Instant now) {
    return new GapFilter(
        Windows.of(from, to, now),
        fromRegion,
        toRegion,
        Values.constants("cause", cause, GapCause.class),
        Values.ids("customer", customer),
        Values.constants("severity", severity, Severity.class),
        Values.flag("open", open),
        Values.flag("agreed", agreed));
  }
}
