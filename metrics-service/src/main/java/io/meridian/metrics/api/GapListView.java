package io.meridian.metrics.api;

import io.meridian.metrics.domain.AsOf;
import io.meridian.metrics.domain.GapEntry;
import io.meridian.rest.paging.Page;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of gaps. */
@Schema(name = "GapList")
public record GapListView(
    List<GapView> items,
    @Schema(
            description =
                "what happened up to then is in the answer; open gaps have lasted until then")
        Instant asOf,
    @Schema(nullable = true, description = "asks for the next page; null on the last")
        @Nullable String nextCursor) {

  static GapListView of(AsOf<Page<GapEntry>> page) {
    return new GapListView(
        page.value().items().stream().map(gap -> GapView.of(gap, page.instant())).toList(),
        page.instant(),
        page.value().nextCursor());
  }
}
