package io.meridian.handoff.calendar.api.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.handoff.calendar.api.Links;
import io.meridian.handoff.calendar.application.feed.Feeds;
import io.meridian.handoff.calendar.domain.feed.FeedRecord;
import io.meridian.handoff.calendar.domain.feed.FeedScope;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A feed.
 *
 * @param scope TAM, REGION or ALL
 * @param subject the TAM's id or the region's code; null for ALL
 * @param path where calendars subscribe, in the answer that makes or resets it and never again
 */
@Schema(name = "CalendarFeed", example = FeedView.EXAMPLE)
record FeedView(
    UUID id,
    Scope scope,
    @Nullable String subject,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String path,
    String createdBy,
    Instant createdAt,
    long revision,
    Links links) {

  static final String EXAMPLE =
      """
      {"id":"01939b1c-0000-7000-8000-000000000008","scope":"TAM","subject":"tam-kai",
      "path":"/api/v1/calendar/qW3vKc0mYd3g1Jx6mFvYb0yqkq7o8Zr1u2T4s5E6h7I.ics",
      "createdBy":"tam-kai","createdAt":"2026-06-01T08:00:00Z","revision":1,
      "links":{"self":"/api/v1/calendar/feeds/01939b1c-0000-7000-8000-000000000008"}}""";

  /** What a feed shows. */
  @Schema(name = "CalendarFeedScope")
  enum Scope {
    TAM,
    REGION,
    ALL
  }

  static FeedView of(Feeds.Feed feed) {
    FeedRecord kept = feed.record();
    Scope scope =
        switch (kept.scope()) {
          case FeedScope.OfTam ignored -> Scope.TAM;
          case FeedScope.OfRegion ignored -> Scope.REGION;
          case FeedScope.Everything ignored -> Scope.ALL;
        };
    String subject =
        switch (kept.scope()) {
          case FeedScope.OfTam(String tam) -> tam;
          case FeedScope.OfRegion(String region) -> region;
          case FeedScope.Everything ignored -> null;
        };
    return new FeedView(
        kept.id(),
        scope,
        subject,
        feed.secret() == null ? null : "/api/v1/calendar/" + feed.secret() + ".ics",
        kept.createdBy(),
        kept.createdAt(),
        kept.revision(),
        Links.to("calendar/feeds", kept.id().toString()));
  }
}
