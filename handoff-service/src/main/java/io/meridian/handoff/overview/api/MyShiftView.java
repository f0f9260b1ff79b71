package io.meridian.handoff.overview.api;

import io.meridian.events.EscalationStatus;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.handoff.api.CardView;
import io.meridian.handoff.handoff.application.HandoffCard;
import io.meridian.handoff.handoff.domain.briefing.NextDue;
import io.meridian.handoff.overview.application.MyShift;
import io.meridian.handoff.overview.domain.Held;
import io.meridian.handoff.overview.domain.QuestionLine;
import io.meridian.handoff.overview.domain.Risk;
import io.meridian.handoff.watch.api.NoteView;
import io.meridian.handoff.watch.api.WatchItemView;
import io.meridian.handoff.watch.application.ShiftChangeNotes.Written;
import io.meridian.handoff.watch.application.WatchReading.Watched;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one person opens at the boundary. */
@Schema(name = "MyShift")
record MyShiftView(
    @Schema(description = "the domain instant that it is true of") Instant at,
    @Schema(description = "the caller's entry in the calendar; null for who has none")
        DutyViews.@Nullable MeView tam,
    @Schema(description = "the regions that the caller leads") List<String> leads,
    @Schema(description = "the shift they are on, or shadow; null off duty")
        DutyViews.@Nullable PlaceView now,
    @Schema(description = "their next one; null when the roster knows none")
        DutyViews.@Nullable PlaceView next,
    @Schema(description = "what comes to them; null when nothing does")
        @Nullable IncomingView incoming,
    @Schema(description = "what they hand over, from its preparation until an hour after it")
        @Nullable OutgoingView outgoing,
    @Schema(description = "what they are accountable for now; what is due next first")
        List<HeldView> holding,
    QuestionsView questions,
    @Schema(description = "who takes over when their duty ends; null while nobody is known to")
        DutyViews.@Nullable AfterView after,
    @Schema(description = "what crews keep an eye on though no case is open; what ends first first")
        List<WatchView> watch,
    @Schema(description = "of the crews that they relieve, and their own") List<NoteView> notes,
    @Schema(description = "what can go wrong, the soonest first") List<RiskView> risks,
    @Schema(description = "false when there is more than is shown: 200 handoffs or escalations")
        boolean complete,
    @Schema(description = "changes when anything but the time of day does") String revision) {

  /** What comes to somebody. */
  @Schema(name = "MyIncoming")
  record IncomingView(
      @Schema(description = "the earliest boundary of what is not accepted, else of all")
          Instant boundary,
      @Schema(description = "the earliest deadline of what is not accepted, else of all")
          Instant acceptBy,
      List<FromView> from,
      @Schema(description = "the gravest first, then what is due soonest")
          List<CardView> handoffs) {}

  /** Somebody who hands over. */
  @Schema(name = "MyIncomingFrom")
  record FromView(Person tam, int count) {}

  /** What somebody hands over. */
  @Schema(name = "MyOutgoing")
  record OutgoingView(
      Instant boundary,
      @Schema(description = "of what nobody has taken: how many briefings lack something")
          int incomplete,
      List<CardView> handoffs) {}

  /** An open escalation that somebody is accountable for. */
  @Schema(name = "MyHolding")
  record HeldView(
      UUID escalationId,
      String escalation,
      Severity severity,
      EscalationStatus status,
      String title,
      @Nullable UUID customerId,
      @Nullable String customer,
      Instant since,
      @Schema(description = "when another takes over who has accepted; null while nobody has")
          @Nullable Instant until,
      CardView.@Nullable DueView nextDue,
      HeldLinks links) {}

  /** Where to go from here. */
  @Schema(name = "MyHoldingLinks")
  record HeldLinks(String escalation, String html) {}

  /** Questions that wait for the caller, and answers to theirs. */
  @Schema(name = "MyQuestions")
  record QuestionsView(List<QuestionView> toMe, List<QuestionView> answered) {}

  /** A question about a handoff. */
  @Schema(name = "MyQuestion")
  record QuestionView(
      UUID handoffId,
      int number,
      UUID escalationId,
      String escalation,
      Severity severity,
      String title,
      Person askedBy,
      String question,
      Instant askedAt,
      @Schema(description = "the outgoing TAM, who answers") Person outgoing,
      @Nullable String answer,
      @Nullable Instant answeredAt,
      String html) {}

  /** Something to keep an eye on. */
  @Schema(name = "MyWatch")
  record WatchView(
      @Schema(description = "whether one of the caller's crew has still to confirm it")
          boolean toConfirm,
      WatchItemView item) {}

  /** Something that is about to go wrong. */
  @Schema(name = "MyRisk")
  record RiskView(
      Risk.Kind kind,
      Instant at,
      @Nullable Instant until,
      String detail,
      @Nullable Person tam,
      @Nullable UUID handoffId) {}

  static MyShiftView of(MyShift shift) {
    InForce people = shift.people();
    MyShiftView view =
        new MyShiftView(
            Instant.EPOCH,
            people.tam(shift.subject()).map(DutyViews::me).orElse(null),
            shift.leads(),
            DutyViews.place(shift.duty().now(), people),
            DutyViews.place(shift.duty().next(), people),
            incoming(shift),
            outgoing(shift),
            holding(shift),
            questions(shift),
            DutyViews.after(shift),
            shift.watched().stream().map(one -> watch(one, shift)).toList(),
            shift.notes().stream()
                .map(note -> NoteView.of(new Written(note, people.person(note.by()))))
                .toList(),
            shift.risks().stream().map(risk -> risk(risk, people)).toList(),
            shift.isComplete(),
            "");
    return view.with(shift.at(), Revisions.of(view));
  }

  private MyShiftView with(Instant when, String mark) {
    return new MyShiftView(
        when, tam, leads, now, next, incoming, outgoing, holding, questions, after, watch, notes,
        risks, complete, mark);
  }

  private static @Nullable IncomingView incoming(MyShift shift) {
    List<HandoffCard> cards = shift.incoming();
    if (cards.isEmpty()) {
      return null;
    }
    List<HandoffCard> open = cards.stream().filter(HandoffCard::isUnfinished).toList();
    List<HandoffCard> pressing = open.isEmpty() ? cards : open;
    Map<Person, Long> from =
        cards.stream()
            .collect(Collectors.groupingBy(card -> card.state().from(), Collectors.counting()));
    return new IncomingView(
        earliest(pressing.stream().map(card -> card.state().boundary()).toList()),
        earliest(pressing.stream().map(card -> card.state().acceptBy()).toList()),
        from.entrySet().stream()
            .map(one -> new FromView(one.getKey(), one.getValue().intValue()))
            .sorted(Comparator.comparing(one -> one.tam().id()))
            .toList(),
        cards.stream().map(card -> CardView.of(card, shift.people())).toList());
  }

  private static @Nullable OutgoingView outgoing(MyShift shift) {
    List<HandoffCard> cards = shift.outgoing();
    return cards.isEmpty()
        ? null
        : new OutgoingView(
            earliest(cards.stream().map(card -> card.state().boundary()).toList()),
            (int)
                cards.stream()
                    .filter(card -> card.isUnfinished() && !card.missing().isEmpty())
                    .count(),
            cards.stream().map(card -> CardView.of(card, shift.people())).toList());
  }

  private static Instant earliest(List<Instant> instants) {
    return instants.stream().min(Comparator.naturalOrder()).orElseThrow();
  }

  private static List<HeldView> holding(MyShift shift) {
    Map<UUID, NextDue> due = shift.cards().due();
    return shift.holding().stream()
        .map(held -> held(held, due.get(held.escalationId())))
        .sorted(
            Comparator.comparing((HeldView held) -> held.status() == EscalationStatus.RESOLVED)
                .thenComparing(
                    held -> held.nextDue() == null ? null : held.nextDue().at(),
                    Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(HeldView::severity)
                .thenComparing(HeldView::escalationId))
        .toList();
  }

  private static HeldView held(Held held, @Nullable NextDue due) {
    return new HeldView(
        held.escalationId(),
        held.escalation(),
        held.severity(),
        held.status(),
        held.title(),
        held.customerId(),
        held.customerName(),
        held.since(),
        held.until(),
        CardView.DueView.of(due),
        new HeldLinks(
            "/api/v1/escalations/" + held.escalationId(), "/escalations/" + held.escalation()));
  }

  private static QuestionsView questions(MyShift shift) {
    Map<Boolean, List<QuestionView>> byAnswered =
        shift.questions().stream()
            .map(line -> question(line, shift.people()))
            .collect(Collectors.partitioningBy(one -> one.answer() != null));
    return new QuestionsView(
        Objects.requireNonNull(byAnswered.get(false)),
        Objects.requireNonNull(byAnswered.get(true)));
  }

  private static QuestionView question(QuestionLine line, InForce people) {
    return new QuestionView(
        line.handoffId(),
        line.number(),
        line.escalationId(),
        line.escalation(),
        line.severity(),
        line.title(),
        people.person(line.askedBy()),
        line.question(),
        line.askedAt(),
        people.person(line.outgoing()),
        line.answer(),
        line.answeredAt(),
        "/handoffs/" + line.handoffId());
  }

  private static WatchView watch(Watched one, MyShift shift) {
    boolean toConfirm =
        one.handovers().stream()
            .anyMatch(
                handover ->
                    handover.confirmedBy() == null
                        && handover.isOfCrew(shift.subject())
                        && shift.at().isBefore(handover.end()));
    return new WatchView(toConfirm, WatchItemView.of(one));
  }

  private static RiskView risk(Risk risk, InForce people) {
    return new RiskView(
        risk.kind(),
        risk.at(),
        risk.until(),
        risk.detail(),
        risk.tam() == null ? null : people.person(risk.tam()),
        risk.handoff());
  }
}
