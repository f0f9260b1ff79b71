package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.Briefing;
import io.meridian.console.client.Handoff;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.Held;
import io.meridian.console.client.OnDuty;
import io.meridian.console.client.Page;
import io.meridian.console.client.Person;
import io.meridian.console.page.HandoffPage.Known;
import io.meridian.console.page.ShiftPage.Card;
import io.meridian.console.page.ShiftPage.Duty;
import io.meridian.console.page.ShiftPage.Waiting;
import io.meridian.console.page.ShiftPage.Work;
import io.meridian.console.session.Reader;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.HandoffMessages;
import io.meridian.console.text.Messages;
import io.meridian.console.time.TimeLabels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What is a reader's at this moment, asked of handoff-service. */
@RequestScoped
class ShiftReading {
  private static final int LIST_MAX = 200;
  private static final String OFFERED = "OFFERED";

  /** Scripts fetch what changed; without them the page is loaded anew. */
  private static final int SECONDS_TO_RELOAD = 60;

  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final Messages messages;
  private final HandoffMessages words;

  ShiftReading(
      @RestClient HandoffService handoffs,
      Reader reader,
      Frames frames,
      Messages messages,
      HandoffMessages words) {
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.messages = messages;
    this.words = words;
  }

  private record Answered(
      OnDuty duty,
      List<Handoff> incoming,
      List<Handoff> assigned,
      List<Handoff> leaving,
      List<Held> held) {}

  Uni<ShiftPage> page() {
    Frame frame = frames.frame(messages.shift(), SECONDS_TO_RELOAD);
    return ask()
        .map(answered -> paint(frame, answered))
        .onFailure(io.meridian.console.client.NoAnswer.class)
        .recoverWithItem(() -> unanswered(frame));
  }

  private Uni<Answered> ask() {
    String bearer = reader.bearer();
    String me = reader.id();
    return Uni.combine()
        .all()
        .unis(
            read(handoffs.onDuty(bearer)),
            read(handoffs.handoffs(bearer, OFFERED, me, null, LIST_MAX)),
            read(handoffs.handoffs(bearer, "ASSIGNED_BY_LEAD", me, null, LIST_MAX)),
            read(handoffs.handoffs(bearer, OFFERED, null, me, LIST_MAX)),
            read(handoffs.held(bearer, me, LIST_MAX)))
        .asTuple()
        .map(
            all ->
                new Answered(
                    all.getItem1(),
                    all.getItem2().items(),
                    owed(all.getItem3()),
                    all.getItem4().items(),
                    all.getItem5().items()));
  }

  /** Of what a lead assigned, what still waits for the reader's words. */
  private static List<Handoff> owed(Page<Handoff> assigned) {
    return assigned.items().stream().filter(Handoff::readBackOwed).toList();
  }

  private ShiftPage unanswered(Frame frame) {
    return new ShiftPage(
        frame, false, null, 0, List.of(), List.of(), null, List.of(), List.of(), List.of());
  }

  private ShiftPage paint(Frame frame, Answered answered) {
    TimeLabels times = frames.times();
    List<Handoff> coming =
        java.util.stream.Stream.concat(answered.assigned().stream(), answered.incoming().stream())
            .sorted(gravestFirst())
            .toList();
    return new ShiftPage(
        frame,
        true,
        duty(answered.duty(), times),
        coming.size(),
        coming.stream().filter(ShiftReading::isGrave).map(one -> card(one, times)).toList(),
        coming.stream().filter(one -> !isGrave(one)).map(one -> card(one, times)).toList(),
        answered.incoming().stream()
            .map(Handoff::acceptBy)
            .min(Comparator.naturalOrder())
            .map(times::within)
            .orElse(null),
        answered.leaving().stream().sorted(gravestFirst()).map(one -> card(one, times)).toList(),
        work(answered.held(), times),
        waiting(answered.leaving()));
  }

  private static boolean isGrave(Handoff handoff) {
    return handoff.needsReadBack() || handoff.readBackOwed();
  }

  private static Comparator<Handoff> gravestFirst() {
    return Comparator.comparing(Handoff::severity)
        .thenComparing(
            one -> one.briefing().nextDue(), Comparator.nullsLast(Comparator.naturalOrder()));
  }

  private @Nullable Duty duty(OnDuty now, TimeLabels times) {
    return now.items().stream()
        .filter(duty -> duty.tam().id().equals(reader.id()))
        .findFirst()
        .map(duty -> new Duty(times.within(duty.until()), messages.tier(duty.tier())))
        .orElse(null);
  }

  private Card card(Handoff handoff, TimeLabels times) {
    Briefing briefing = handoff.briefing();
    Known known = new BriefingLines(words, times, briefing).known();
    Briefing.Customer customer = briefing.facts().customer();
    return new Card(
        handoff.id(),
        handoff.escalation(),
        handoff.severity(),
        ForeignText.of(briefing.facts().title()),
        ForeignText.of(customer == null ? null : customer.name()),
        other(handoff),
        known.next().isEmpty() ? null : known.next().getFirst(),
        briefing.missing().stream().map(Briefing.Missing::detail).collect(Collectors.joining(", ")),
        handoff.unanswered(),
        isGrave(handoff),
        handoff.readBackOwed(),
        known.actions(),
        times.at(handoff.effectiveFrom()));
  }

  private String other(Handoff handoff) {
    Handoff.Side side = handoff.from().is(reader.id()) ? handoff.to() : handoff.from();
    Person tam = side.tam();
    return tam == null ? words.nobody() : ForeignText.plain(tam.name());
  }

  private static List<Work> work(List<Held> held, TimeLabels times) {
    return held.stream()
        .sorted(Comparator.comparing(Held::severity))
        .map(
            one ->
                new Work(
                    one.escalation(),
                    one.severity(),
                    ForeignText.of(one.title()),
                    one.end() == null ? null : times.within(one.end())))
        .toList();
  }

  private static List<Waiting> waiting(List<Handoff> leaving) {
    return leaving.stream()
        .flatMap(
            one ->
                one.queries().stream()
                    .filter(query -> query.answer() == null)
                    .map(
                        query ->
                            new Waiting(
                                one.id(),
                                one.escalation(),
                                ForeignText.of(query.askedBy().name()),
                                ForeignText.of(query.question()))))
        .toList();
  }
}
