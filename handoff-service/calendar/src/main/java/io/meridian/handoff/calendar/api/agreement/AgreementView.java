package io.meridian.handoff.calendar.api.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.handoff.calendar.api.CoverageResource.GapView;
import io.meridian.handoff.calendar.api.Links;
import io.meridian.handoff.calendar.application.agreement.Agreements;
import io.meridian.handoff.calendar.domain.CoverageAgreement;
import io.meridian.handoff.calendar.domain.CoverageGap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agreement to coverage holes.
 *
 * @param until when it ended early, the instant of that
 * @param by who made it
 * @param madeAt before then it does not count
 * @param gaps the first 500 coverage gaps in the time it counts for; not in lists
 * @param uncovered all of them together; not in lists
 */
@Schema(name = "CoverageAgreement", example = AgreementView.EXAMPLE)
record AgreementView(
    UUID id,
    Instant from,
    Instant until,
    String why,
    String by,
    Instant madeAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<GapView> gaps,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Duration uncovered,
    long revision,
    Links links) {

  static final String EXAMPLE =
      """
      {"id":"01939b1c-0000-7000-8000-000000000012","from":"2026-12-25T00:00:00Z",
      "until":"2026-12-26T00:00:00Z","why":"Christmas: customers were told","by":"manager-mia",
      "madeAt":"2026-11-30T08:00:00Z","gaps":[{"start":"2026-12-25T07:00:00Z",
      "end":"2026-12-25T15:00:00Z","cause":"HOLIDAY","duration":"PT8H",
      "agreed":"01939b1c-0000-7000-8000-000000000012"}],"uncovered":"PT8H","revision":1,
      "links":{"self":"/api/v1/coverage/agreements/01939b1c-0000-7000-8000-000000000012"}}""";

  private static final int GAPS_MAX = 500;

  static AgreementView of(CoverageAgreement agreement) {
    return of(agreement, null, null);
  }

  static AgreementView of(Agreements.Judged judged) {
    return of(
        judged.agreement(),
        judged.gaps().stream().limit(GAPS_MAX).map(GapView::of).toList(),
        CoverageGap.total(judged.gaps()));
  }

  private static AgreementView of(
      CoverageAgreement agreement, @Nullable List<GapView> gaps, @Nullable Duration uncovered) {
    return new AgreementView(
        agreement.id(),
        agreement.from(),
        agreement.until(),
        agreement.why(),
        agreement.by(),
        agreement.madeAt(),
        gaps,
        uncovered,
        agreement.revision(),
        Links.to("coverage/agreements", agreement.id().toString()));
  }
}
