package io.meridian.handoff.overview.api;

import io.meridian.events.GapCause;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.api.CoverageResource.GapView;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.Rotation.Tier;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.handoff.api.CardView;
import io.meridian.handoff.handoff.application.ShiftChangeReading.Counts;
import io.meridian.handoff.handoff.application.ShiftChangeReading.Summary;
import io.meridian.handoff.overview.application.Board;
import io.meridian.handoff.overview.domain.GapLine;
import io.meridian.handoff.overview.domain.OpenCount;
import io.meridian.handoff.overview.domain.TamDuty;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether everything is held, now and in the hours around. */
@Schema(name = "Board")
record BoardView(
    @Schema(description = "the domain instant that it is true of") Instant at,
    @Schema(description = "start of the band") Instant from,
    @Schema(description = "end of the band") Instant to,
    List<RegionView> regions,
    @Schema(description = "the parts of shifts inside the band, empty ones too")
        List<SegmentView> band,
    @Schema(description = "those of the band, running, past and to come, by boundary")
        List<ChangeView> shiftChanges,
    @Schema(description = "what nobody has taken yet, of any earlier boundary too; gravest first")
        List<CardView> unaccepted,
    @Schema(
            description =
                "escalations that nobody attends or attended in the band; open ones first")
        List<BoardGapView> gaps,
    @Schema(description = "in the band: no primary is on duty anywhere") List<GapView> holes,
    @Schema(description = "the next hole within a year that nobody has agreed to; null without one")
        @Nullable GapView nextHole,
    @Schema(description = "what is open and not resolved, by severity") Map<Severity, Integer> open,
    @Schema(description = "the same by who has it, or has accepted it; who has the gravest first")
        List<AccountableView> accountable,
    @Schema(description = "false when there is more than is shown: 200 of a kind") boolean complete,
    @Schema(description = "changes when anything but the time of day does") String revision) {

  /** A region, and who is there. */
  @Schema(name = "BoardRegion")
  record RegionView(
      String code,
      String name,
      String zone,
      Person lead,
      List<OnDutyView> onDuty,
      @Schema(description = "its next shift that somebody holds, within two days")
          @Nullable NextView next,
      @Schema(description = "what its people have, or have accepted, and is not resolved")
          Map<Severity, Integer> open) {}

  /** Somebody on duty. */
  @Schema(name = "BoardOnDuty")
  record OnDutyView(Person tam, Tier tier, UUID shiftId, Instant until) {}

  /** A shift to come. */
  @Schema(name = "BoardNext")
  record NextView(
      UUID shiftId, Instant start, @Nullable Person primary, @Nullable Person secondary) {}

  /** A shift on the band. */
  @Schema(name = "BoardSegment")
  record SegmentView(
      UUID shiftId,
      String region,
      Instant start,
      Instant end,
      String zone,
      @Nullable Person primary,
      @Nullable Person secondary) {}

  /** A shift change. */
  @Schema(name = "BoardShiftChange")
  record ChangeView(
      UUID id,
      String fromRegion,
      String toRegion,
      Instant boundary,
      @Schema(description = "start of the incoming shift") Instant start,
      Instant prepareAt,
      Instant acceptBy,
      @Schema(description = "false while it is only planned: nothing is offered yet")
          boolean prepared,
      @Nullable Person primary,
      @Nullable Person secondary,
      @Schema(description = "how its handoffs stand; null while it is only planned")
          @Nullable Counts handoffs) {}

  /** A stretch in which nobody attended an escalation. */
  @Schema(name = "BoardGap")
  record BoardGapView(
      UUID id,
      UUID escalationId,
      String escalation,
      String title,
      Severity severity,
      Instant start,
      @Schema(description = "null while it goes on") @Nullable Instant end,
      GapCause cause,
      Person accountable,
      @Schema(description = "who was asked to take over; null when nobody was")
          @Nullable Person asked,
      String fromRegion,
      @Nullable String toRegion,
      @Schema(description = "whether a manager had agreed that nobody need be there")
          boolean agreed,
      String html) {}

  static BoardView of(Board board) {
    InForce people = board.people();
    BoardView view =
        new BoardView(
            Instant.EPOCH,
            board.from(),
            board.to(),
            people.calendar().regions().stream()
                .sorted(Comparator.comparing(Region::code))
                .map(region -> region(region, board))
                .toList(),
            board.band().stream().map(shift -> segment(shift, people)).toList(),
            changes(board),
            board.unaccepted().stream().map(card -> CardView.of(card, people)).toList(),
            board.gaps().stream().map(gap -> gap(gap, people)).toList(),
            board.holes().stream().map(GapView::of).toList(),
            board.nextHole() == null ? null : GapView.of(board.nextHole()),
            bySeverity(board.open().stream()),
            AccountableView.of(board),
            board.isComplete(),
            "");
    return view.with(board.at(), Revisions.of(view));
  }

  private BoardView with(Instant when, String mark) {
    return new BoardView(
        when,
        from,
        to,
        regions,
        band,
        shiftChanges,
        unaccepted,
        gaps,
        holes,
        nextHole,
        open,
        accountable,
        complete,
        mark);
  }

  private static RegionView region(Region region, Board board) {
    InForce people = board.people();
    return new RegionView(
        region.code(),
        region.name(),
        region.zone().getId(),
        people.person(region.lead()),
        board.roster().covering(board.at()).stream()
            .filter(shift -> shift.region().equals(region.code()))
            .flatMap(shift -> onDuty(shift, people))
            .sorted(Comparator.comparing(OnDutyView::tier))
            .toList(),
        board.roster().startingAfter(board.at()).stream()
            .filter(shift -> shift.region().equals(region.code()) && shift.isHeld())
            .findFirst()
            .map(shift -> next(shift, people))
            .orElse(null),
        bySeverity(board.open().stream().filter(one -> one.region().equals(region.code()))));
  }

  private static Stream<OnDutyView> onDuty(Shift shift, InForce people) {
    return TamDuty.crew(shift).stream()
        .filter(mate -> mate.tier() != Tier.SHADOW)
        .map(
            mate ->
                new OnDutyView(people.person(mate.tam()), mate.tier(), shift.id(), shift.end()));
  }

  private static NextView next(Shift shift, InForce people) {
    return new NextView(
        shift.id(),
        shift.start(),
        person(shift.primary(), people),
        person(shift.secondary(), people));
  }

  static Map<Severity, Integer> bySeverity(Stream<OpenCount> open) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    open.forEach(one -> counts.merge(one.severity(), one.count(), Integer::sum));
    return counts;
  }

  private static SegmentView segment(Shift shift, InForce people) {
    return new SegmentView(
        shift.id(),
        shift.region(),
        shift.start(),
        shift.end(),
        shift.zone().getId(),
        person(shift.primary(), people),
        person(shift.secondary(), people));
  }

  private static List<ChangeView> changes(Board board) {
    return Stream.concat(
            board.prepared().stream().map(BoardView::prepared),
            board.planned().stream().map(change -> planned(change, board)))
        .sorted(Comparator.comparing(ChangeView::boundary).thenComparing(ChangeView::id))
        .toList();
  }

  private static ChangeView prepared(Summary change) {
    return new ChangeView(
        change.id(),
        change.fromRegion(),
        change.toRegion(),
        change.boundary(),
        change.incoming().start(),
        change.prepareAt(),
        change.acceptBy(),
        true,
        change.incoming().primary(),
        change.incoming().secondary(),
        change.handoffs());
  }

  private static ChangeView planned(ShiftChange change, Board board) {
    return new ChangeView(
        change.id(),
        change.fromRegion(),
        change.toRegion(),
        change.boundary(),
        change.effectiveFrom(),
        change.prepareAt(),
        change.acceptBy(),
        false,
        person(change.incoming().primary(), board.people()),
        person(change.incoming().secondary(), board.people()),
        null);
  }

  private static BoardGapView gap(GapLine gap, InForce people) {
    return new BoardGapView(
        gap.id(),
        gap.escalationId(),
        gap.escalation(),
        gap.title(),
        gap.severity(),
        gap.start(),
        gap.end(),
        gap.cause(),
        people.person(gap.accountable()),
        person(gap.asked(), people),
        gap.fromRegion(),
        gap.toRegion(),
        gap.agreed(),
        "/escalations/" + gap.escalation());
  }

  private static @Nullable Person person(@Nullable String tam, InForce people) {
    return tam == null ? null : people.person(tam);
  }
}
