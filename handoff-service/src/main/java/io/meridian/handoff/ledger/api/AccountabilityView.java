package io.meridian.handoff.ledger.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meridian.events.AccountabilityBasis;
import io.meridian.events.GapCause;
import io.meridian.events.Person;
import io.meridian.events.RestCause;
import io.meridian.events.ServiceHours;
import io.meridian.handoff.ledger.application.LedgerReading.OneSpan;
import io.meridian.handoff.ledger.application.LedgerReading.SpanView;
import io.meridian.handoff.ledger.domain.Accountability;
import io.meridian.handoff.ledger.domain.Gap;
import io.meridian.handoff.ledger.domain.Hold;
import io.meridian.handoff.ledger.domain.Regime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of an escalation's present span: attended, gaps and resting partition it up to its
 * end, or up to now. Spans that ended before are beside it.
 */
@Schema(name = "Accountability", examples = AccountabilityExamples.LEDGER)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AccountabilityView(
    UUID escalationId,
    Instant opened,
    @Nullable Instant closed,
    @Schema(description = "whether it is handed over around the clock, as of now")
        ServiceHours serviceHours,
    @Schema(description = "the region in which it lives, or would; null while none is known")
        @Nullable String homeRegion,
    List<Interval> intervals,
    List<HoldView> holds,
    List<Stretch> attended,
    List<GapView> gaps,
    List<RestView> resting,
    @Schema(description = "every opening, the present or last one last") List<Span> spans) {

  /** Who was accountable; {@code end} is null while it lasts. */
  record Interval(
      Person tam,
      String region,
      Instant start,
      @Nullable Instant end,
      AccountabilityBasis basis,
      @Schema(description = "one sentence for people") @Nullable String reason,
      @Schema(description = "the manager or lead who decided so for others")
          @Nullable Person decidedBy) {}

  /** During a hold its TAM counts as attending. */
  record HoldView(Person tam, Instant start, Instant end) {}

  /** A stretch in which the escalation was attended. */
  record Stretch(Instant start, Instant end) {}

  /** A stretch in which it was not, though it should have been. */
  record GapView(
      Instant start,
      Instant end,
      GapCause cause,
      @Schema(description = "a manager had agreed to the coverage hole it is in: no sum counts it")
          boolean agreed) {}

  /** A stretch in which nobody was expected to act. */
  @Schema(name = "RestView")
  record RestView(Instant start, Instant end, RestCause cause) {}

  /** One opening of the escalation, from then to its close. */
  @Schema(name = "AccountabilitySpan")
  record Span(
      Instant opened,
      @Nullable Instant closed,
      List<Interval> intervals,
      List<HoldView> holds,
      List<Stretch> attended,
      List<GapView> gaps,
      List<RestView> resting) {}

  /** Of what was read. */
  public static AccountabilityView of(SpanView span) {
    Span present = span(span.present(), span);
    Regime regime = Regime.at(span.rows().regimes(), Instant.MAX);
    return new AccountabilityView(
        span.escalation().id(),
        present.opened(),
        present.closed(),
        regime.hours(),
        regime.home(),
        present.intervals(),
        present.holds(),
        present.attended(),
        present.gaps(),
        present.resting(),
        Stream.concat(
                span.earlier().stream().map(earlier -> span(earlier, span)), Stream.of(present))
            .toList());
  }

  private static Span span(OneSpan one, SpanView span) {
    Instant closed = one.closed();
    Instant end = closed != null ? closed : span.asOf();
    List<Interval> intervals =
        one.rows().intervals().stream().map(interval -> interval(interval, span)).toList();
    List<GapView> gaps =
        one.rows().gaps().stream()
            .filter(gap -> gap.start().isBefore(end))
            .map(gap -> gap(gap, end))
            .toList();
    List<RestView> resting =
        one.rows().rests().stream()
            .filter(rest -> rest.start().isBefore(end))
            .map(rest -> new RestView(rest.start(), until(rest.end(), end), rest.cause()))
            .toList();
    return new Span(
        one.opened(),
        closed,
        intervals,
        one.rows().holds().stream().map(hold -> hold(hold, span)).toList(),
        intervals.isEmpty() ? List.of() : attended(one.opened(), end, gaps, resting),
        gaps,
        resting);
  }

  private static Interval interval(Accountability interval, SpanView span) {
    String decidedBy = interval.decidedBy();
    return new Interval(
        span.people().person(interval.tam()),
        interval.region(),
        interval.start(),
        interval.end(),
        interval.basis(),
        interval.reason(),
        decidedBy == null ? null : span.people().person(decidedBy));
  }

  private static HoldView hold(Hold hold, SpanView span) {
    return new HoldView(span.people().person(hold.tam()), hold.start(), hold.end());
  }

  private static GapView gap(Gap gap, Instant until) {
    return new GapView(
        gap.start(), until(gap.end(), until), gap.reason().cause(), gap.reason().agreed());
  }

  private static Instant until(@Nullable Instant end, Instant until) {
    return end == null || end.isAfter(until) ? until : end;
  }

  /** What gaps and rests leave of the span. */
  private static List<Stretch> attended(
      Instant opened, Instant end, List<GapView> gaps, List<RestView> resting) {
    List<Stretch> others =
        Stream.concat(
                gaps.stream().map(gap -> new Stretch(gap.start(), gap.end())),
                resting.stream().map(rest -> new Stretch(rest.start(), rest.end())))
            .sorted(Comparator.comparing(Stretch::start))
            .toList();
    List<Stretch> attended = new ArrayList<>();
    Instant from = opened;
    for (Stretch other : others) {
      if (from.isBefore(other.start())) {
        attended.add(new Stretch(from, other.start()));
      }
      from = other.end();
    }
    if (from.isBefore(end)) {
      attended.add(new Stretch(from, end));
    }
    return attended;
  }
}
