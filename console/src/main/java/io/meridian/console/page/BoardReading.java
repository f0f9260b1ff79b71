package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.Board;
import io.meridian.console.client.HandoffCard;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.NoAnswer;
import io.meridian.console.client.Person;
import io.meridian.console.client.Severity;
import io.meridian.console.draw.Band;
import io.meridian.console.page.BoardPage.Accountable;
import io.meridian.console.page.BoardPage.Change;
import io.meridian.console.page.BoardPage.Count;
import io.meridian.console.page.BoardPage.Duty;
import io.meridian.console.page.BoardPage.Gap;
import io.meridian.console.page.BoardPage.Hole;
import io.meridian.console.page.BoardPage.Lane;
import io.meridian.console.page.BoardPage.Region;
import io.meridian.console.page.BoardPage.Shift;
import io.meridian.console.page.BoardPage.Tick;
import io.meridian.console.page.BoardPage.Unaccepted;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.BoardMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.HandoffMessages;
import io.meridian.console.text.Messages;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The board, asked of handoff-service in one call. */
@RequestScoped
class BoardReading {
  private static final int SECONDS_TO_RELOAD = 30;
  private static final Duration TICK = Duration.ofHours(6);

  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final Messages messages;
  private final BoardMessages words;
  private final HandoffMessages answers;

  BoardReading(
      @RestClient HandoffService handoffs,
      Reader reader,
      Frames frames,
      Messages messages,
      BoardMessages words,
      HandoffMessages answers) {
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.messages = messages;
    this.words = words;
    this.answers = answers;
  }

  Uni<BoardPage> page() {
    Frame frame = frames.frame(messages.board(), SECONDS_TO_RELOAD);
    return read(handoffs.board(reader.bearer()))
        .map(board -> paint(frame, board))
        .onFailure(NoAnswer.class)
        .recoverWithItem(() -> unanswered(frame));
  }

  private static BoardPage unanswered(Frame frame) {
    return new BoardPage(
        frame, false, List.of(), List.of(), List.of(), "0%", List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), 0, null, true);
  }

  private BoardPage paint(Frame frame, Board board) {
    TimeLabels times = frames.times();
    Band band = new Band(board.from(), board.to());
    return new BoardPage(
        frame,
        true,
        board.regions().stream().map(region -> clock(region, board.at())).toList(),
        board.regions().stream().map(region -> lane(region, board, band, times)).toList(),
        ticks(board, band, times),
        band.x(board.at()),
        board.shiftChanges().stream()
            .filter(change -> isNear(change, board.at()))
            .map(change -> change(change, times))
            .toList(),
        board.unaccepted().stream().map(card -> unaccepted(card, times)).toList(),
        reader.is(Role.MANAGER) ? Candidates.of(board, times, messages, words) : List.of(),
        board.regions().stream().map(region -> region(region, times)).toList(),
        accountable(board.accountable()),
        board.gaps().stream().map(gap -> gap(gap, times)).toList(),
        board.gaps().stream().filter(gap -> gap.end() == null).count(),
        hole(board.nextHole(), times),
        board.complete());
  }

  /** Those that run, and those to come. */
  private static boolean isNear(Board.Change change, Instant now) {
    boolean done =
        change.handoffs() == null || change.handoffs().taken() == change.handoffs().total();
    return !change.boundary().isBefore(now) || !done;
  }

  private String clock(Board.Region region, Instant now) {
    return TimeLabels.clockIn(now, Zones.orUtc(region.zone()))
        + " "
        + Zones.city(Zones.orUtc(region.zone()));
  }

  private Lane lane(Board.Region region, Board board, Band band, TimeLabels times) {
    return new Lane(
        region.code(),
        board.band().stream()
            .filter(segment -> segment.region().equals(region.code()))
            .map(
                segment ->
                    new Shift(
                        band.piece(segment.start(), segment.end()),
                        segment.primary() != null || segment.secondary() != null,
                        people(segment.primary(), segment.secondary()),
                        times
                            .between(segment.start(), segment.end(), Zones.orUtc(segment.zone()))
                            .text()))
            .toList(),
        board.gaps().stream()
            .filter(gap -> gap.fromRegion().equals(region.code()))
            .map(gap -> band.piece(gap.start(), gap.end() == null ? board.at() : gap.end()))
            .toList());
  }

  private static List<Tick> ticks(Board board, Band band, TimeLabels times) {
    Instant first = board.from().atZone(times.zone()).truncatedTo(ChronoUnit.DAYS).toInstant();
    return Stream.iterate(first, at -> at.isBefore(board.to()), at -> at.plus(TICK))
        .filter(at -> !at.isBefore(board.from()))
        .map(at -> new Tick(band.x(at), TimeLabels.clockIn(at, times.zone())))
        .toList();
  }

  private Change change(Board.Change change, TimeLabels times) {
    Board.Counts counts = change.handoffs();
    return new Change(
        change.id(),
        change.fromRegion(),
        change.toRegion(),
        times.within(change.boundary()),
        people(change.primary(), null),
        change.prepared(),
        counts == null ? 0 : counts.taken(),
        counts == null ? 0 : counts.total());
  }

  private Unaccepted unaccepted(HandoffCard card, TimeLabels times) {
    HandoffCard.Decline no = card.declined();
    return new Unaccepted(
        card.id(),
        card.escalation(),
        card.severity(),
        ForeignText.of(card.title()),
        people(card.from().tam(), null),
        people(card.to().tam(), null),
        answers.stateOf(card.state()),
        no == null || no.reason() == null
            ? ForeignText.NONE
            : ForeignText.of(answers.declinedBy(no.tam().name(), no.reason())),
        times.within(card.acceptBy()),
        card.acceptBy().isBefore(times.now()));
  }

  private Region region(Board.Region region, TimeLabels times) {
    Board.Next next = region.next();
    return new Region(
        region.code(),
        ForeignText.plain(region.name()),
        people(region.lead(), null),
        region.onDuty().stream()
            .map(
                duty ->
                    new Duty(
                        ForeignText.plain(duty.tam().name()),
                        messages.tier(duty.tier()),
                        times.at(duty.until(), Zones.orUtc(region.zone()))))
            .toList(),
        next == null ? null : times.at(next.start(), Zones.orUtc(region.zone())),
        next == null ? "" : people(next.primary(), next.secondary()),
        counts(region.open()));
  }

  private @Nullable List<Accountable> accountable(@Nullable List<Board.Accountable> told) {
    return told == null
        ? null
        : told.stream()
            .map(
                one ->
                    new Accountable(
                        answers.personIn(ForeignText.plain(one.tam().name()), one.region()),
                        counts(one.open())))
            .toList();
  }

  private static List<Count> counts(Map<Severity, Integer> open) {
    return Arrays.stream(Severity.values())
        .filter(open::containsKey)
        .map(severity -> new Count(severity, Objects.requireNonNullElse(open.get(severity), 0)))
        .toList();
  }

  private Gap gap(Board.Gap gap, TimeLabels times) {
    Instant end = gap.end() == null ? times.now() : gap.end();
    return new Gap(
        gap.escalation(),
        gap.severity(),
        ForeignText.of(gap.title()),
        times.at(gap.start()),
        gap.end() == null,
        times.lasting(Duration.between(gap.start(), end)),
        cause(gap.cause()),
        ForeignText.plain(gap.accountable().name()),
        gap.asked() == null ? "" : ForeignText.plain(gap.asked().name()));
  }

  private @Nullable Hole hole(Board.@Nullable Hole hole, TimeLabels times) {
    return hole == null
        ? null
        : new Hole(
            times.at(hole.start()),
            times.lasting(Duration.between(hole.start(), hole.end())),
            cause(hole.cause()));
  }

  private static String cause(String code) {
    return code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String people(@Nullable Person first, @Nullable Person second) {
    String names =
        Stream.of(first, second)
            .flatMap(one -> one == null ? Stream.empty() : Stream.of(ForeignText.plain(one.name())))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? words.nobody() : names;
  }
}
