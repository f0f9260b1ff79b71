package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.HandoffCard;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.MyShift;
import io.meridian.console.client.NoAnswer;
import io.meridian.console.client.Person;
import io.meridian.console.page.ShiftPage.After;
import io.meridian.console.page.ShiftPage.Card;
import io.meridian.console.page.ShiftPage.Coming;
import io.meridian.console.page.ShiftPage.Due;
import io.meridian.console.page.ShiftPage.Duty;
import io.meridian.console.page.ShiftPage.Leaving;
import io.meridian.console.page.ShiftPage.Note;
import io.meridian.console.page.ShiftPage.Question;
import io.meridian.console.page.ShiftPage.Risk;
import io.meridian.console.page.ShiftPage.Watch;
import io.meridian.console.page.ShiftPage.Work;
import io.meridian.console.session.Reader;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.HandoffMessages;
import io.meridian.console.text.Messages;
import io.meridian.console.text.ShiftMessages;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What is a reader's at this moment, asked of handoff-service in one call. */
@RequestScoped
class ShiftReading {
  /** Scripts fetch what changed; without them the page is loaded anew. */
  private static final int SECONDS_TO_RELOAD = 60;

  private static final Coming NOTHING = new Coming(0, "", null, List.of(), List.of(), List.of());

  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final Messages messages;
  private final ShiftMessages shifts;
  private final HandoffMessages words;

  ShiftReading(
      @RestClient HandoffService handoffs,
      Reader reader,
      Frames frames,
      Messages messages,
      ShiftMessages shifts,
      HandoffMessages words) {
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.messages = messages;
    this.shifts = shifts;
    this.words = words;
  }

  Uni<ShiftPage> page() {
    return page(frames.frame(messages.shift(), SECONDS_TO_RELOAD), null);
  }

  /**
   * The page after a note was not taken.
   *
   * @param note what was written
   */
  Uni<ShiftPage> refused(String why, String note) {
    return page(frames.refused(messages.shift(), why), note);
  }

  private Uni<ShiftPage> page(Frame frame, @Nullable String written) {
    return read(handoffs.myShift(reader.bearer()))
        .map(mine -> paint(frame, mine, written))
        .onFailure(NoAnswer.class)
        .recoverWithItem(() -> unanswered(frame));
  }

  private static ShiftPage unanswered(Frame frame) {
    return new ShiftPage(
        frame, false, true, null, null, NOTHING, null, List.of(), List.of(), List.of(), null,
        List.of(), List.of(), List.of(), true);
  }

  private ShiftPage paint(Frame frame, MyShift mine, @Nullable String written) {
    TimeLabels times = frames.times();
    return new ShiftPage(
        frame,
        true,
        mine.tam() != null,
        duty(mine.now(), times),
        duty(mine.next(), times),
        coming(mine.incoming(), times),
        leaving(mine.outgoing(), times),
        mine.holding().stream().map(held -> work(held, times)).toList(),
        mine.questions().toMe().stream().map(ShiftReading::question).toList(),
        mine.questions().answered().stream().map(ShiftReading::question).toList(),
        after(mine, written, times),
        mine.watch().stream().map(one -> watch(one, times)).toList(),
        mine.notes().stream()
            .filter(note -> !isOwn(note, mine.after()))
            .map(note -> note(note, times))
            .toList(),
        mine.risks().stream()
            .map(
                risk ->
                    new Risk(
                        times.within(risk.at()), ForeignText.of(risk.detail()), risk.handoffId()))
            .toList(),
        mine.complete());
  }

  private @Nullable Duty duty(MyShift.@Nullable Place place, TimeLabels times) {
    if (place == null) {
      return null;
    }
    ZoneId zone = Zones.orUtc(place.zone());
    return new Duty(
        place.region(),
        times.at(place.until(), zone),
        times.between(place.start(), place.end(), zone),
        messages.tier(place.tier()),
        place.with().stream()
            .map(mate -> ForeignText.plain(mate.name()) + " (" + messages.tier(mate.tier()) + ")")
            .collect(Collectors.joining(", ")));
  }

  private Coming coming(MyShift.@Nullable Incoming incoming, TimeLabels times) {
    if (incoming == null) {
      return NOTHING;
    }
    List<HandoffCard> open = incoming.handoffs().stream().filter(ShiftReading::waitsForMe).toList();
    return new Coming(
        open.size(),
        incoming.from().stream()
            .map(from -> ForeignText.plain(from.tam().name()))
            .collect(Collectors.joining(", ")),
        open.isEmpty() ? null : times.within(incoming.acceptBy()),
        open.stream().filter(ShiftReading::isGrave).map(one -> incomingCard(one, times)).toList(),
        open.stream().filter(one -> !isGrave(one)).map(one -> incomingCard(one, times)).toList(),
        incoming.handoffs().stream()
            .filter(one -> !waitsForMe(one))
            .map(one -> incomingCard(one, times))
            .toList());
  }

  private static boolean waitsForMe(HandoffCard card) {
    return card.isOpen() || card.readBackOwed();
  }

  private static boolean isGrave(HandoffCard card) {
    return card.needsReadBack() || card.readBackOwed();
  }

  private @Nullable Leaving leaving(MyShift.@Nullable Outgoing outgoing, TimeLabels times) {
    return outgoing == null
        ? null
        : new Leaving(
            times.within(outgoing.boundary()),
            outgoing.incomplete(),
            outgoing.handoffs().stream().map(one -> card(one, one.to(), times)).toList());
  }

  private Card incomingCard(HandoffCard card, TimeLabels times) {
    return card(card, card.from(), times);
  }

  private Card card(HandoffCard card, HandoffCard.Side other, TimeLabels times) {
    HandoffCard.Decline no = card.declined();
    return new Card(
        card.id(),
        card.escalation(),
        card.severity(),
        ForeignText.of(card.title()),
        ForeignText.of(card.customer()),
        name(other.tam()),
        words.stateOf(card.state()),
        due(card.nextDue(), times),
        card.missing().stream().map(words::part).collect(Collectors.joining(", ")),
        card.openQuestions(),
        no == null || no.reason() == null
            ? ForeignText.NONE
            : ForeignText.of(words.declinedBy(no.tam().name(), no.reason())),
        card.readBackOwed(),
        times.at(card.effectiveFrom(), other.zone() == null ? null : Zones.orUtc(other.zone())));
  }

  private static @Nullable Due due(HandoffCard.@Nullable NextDue due, TimeLabels times) {
    return due == null
        ? null
        : new Due(
            ForeignText.of(due.text()), times.within(due.at()), due.at().isBefore(times.now()));
  }

  private static Work work(MyShift.Held held, TimeLabels times) {
    boolean rests = held.status().equals("RESOLVED");
    return new Work(
        held.escalation(),
        held.severity(),
        ForeignText.of(held.title()),
        ForeignText.of(held.customer()),
        rests,
        rests ? null : due(held.nextDue(), times),
        held.until() == null ? null : times.within(held.until()));
  }

  private static Question question(MyShift.Question one) {
    boolean answered = one.answer() != null;
    return new Question(
        one.handoffId(),
        one.escalation(),
        ForeignText.of(answered ? one.outgoing().name() : one.askedBy().name()),
        ForeignText.of(one.question()),
        ForeignText.of(one.answer()));
  }

  private @Nullable After after(MyShift mine, @Nullable String written, TimeLabels times) {
    MyShift.After after = mine.after();
    if (after == null) {
      return null;
    }
    Optional<MyShift.Note> note =
        mine.notes().stream().filter(one -> isOwn(one, after)).findFirst();
    return new After(
        after.shiftChangeId(),
        after.region(),
        name(after.tam()),
        times.at(after.start(), after.zone() == null ? null : Zones.orUtc(after.zone())),
        after.reachable(),
        ForeignText.plain(written != null ? written : note.map(MyShift.Note::text).orElse("")),
        note.map(MyShift.Note::version).orElse(0L));
  }

  /** Whether the reader's crew says it to the one that takes over. */
  private static boolean isOwn(MyShift.Note note, MyShift.@Nullable After after) {
    return after != null && note.shiftChangeId().equals(after.shiftChangeId());
  }

  private static Note note(MyShift.Note note, TimeLabels times) {
    return new Note(
        ForeignText.of(note.text()), ForeignText.of(note.by().name()), times.within(note.at()));
  }

  private static Watch watch(MyShift.Watch one, TimeLabels times) {
    MyShift.Item item = one.item();
    return new Watch(
        item.id(),
        ForeignText.of(item.what()),
        ForeignText.of(item.customer()),
        ForeignText.of(item.whatIf()),
        times.at(item.from()),
        times.at(item.until()),
        ForeignText.of(item.madeBy().name()),
        one.toConfirm(),
        item.handovers().stream()
            .flatMap(
                handover ->
                    Stream.ofNullable(handover.confirmedBy())
                        .map(by -> ForeignText.plain(by.name()) + " (" + handover.toRegion() + ")"))
            .collect(Collectors.joining(", ")));
  }

  private String name(@Nullable Person person) {
    return person == null ? words.nobody() : ForeignText.plain(person.name());
  }
}
