package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;

import io.meridian.console.client.Handoff;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.Person;
import io.meridian.console.page.BoardPage.Candidate;
import io.meridian.console.page.HandoffPage.Entered;
import io.meridian.console.page.HandoffPage.Question;
import io.meridian.console.page.HandoffPage.Rights;
import io.meridian.console.page.HandoffPage.Standing;
import io.meridian.console.session.Reader;
import io.meridian.console.session.Role;
import io.meridian.console.text.BoardMessages;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.HandoffMessages;
import io.meridian.console.text.Messages;
import io.meridian.console.time.TimeLabels;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Paints a handoff for its reader. */
@RequestScoped
class HandoffViews {
  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final HandoffMessages messages;
  private final Messages common;
  private final BoardMessages duties;

  HandoffViews(
      @RestClient HandoffService handoffs,
      Reader reader,
      Frames frames,
      HandoffMessages messages,
      Messages common,
      BoardMessages duties) {
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.messages = messages;
    this.common = common;
    this.duties = duties;
  }

  Uni<HandoffPage> page(Handoff handoff) {
    return page(handoff, frames.frame(handoff.escalation()), Entered.NOTHING);
  }

  /** With what the reader wrote and was refused. */
  Uni<HandoffPage> refused(Handoff handoff, String why, Entered entered) {
    return page(handoff, frames.refused(handoff.escalation(), why), entered);
  }

  private Uni<HandoffPage> page(Handoff handoff, Frame frame, Entered entered) {
    return candidates(handoff).map(candidates -> paint(handoff, frame, candidates, entered));
  }

  /** Asked for only where somebody may be assigned; the page is there without them. */
  private Uni<List<Candidate>> candidates(Handoff handoff) {
    return rights(handoff).assign()
        ? read(handoffs.board(reader.bearer()))
            .map(
                board ->
                    Candidates.of(board, handoff.to().region(), frames.times(), common, duties))
            .onFailure()
            .recoverWithItem(List.of())
        : Uni.createFrom().item(List.of());
  }

  private HandoffPage paint(
      Handoff handoff, Frame frame, List<Candidate> candidates, Entered entered) {
    TimeLabels times = frames.times();
    BriefingLines briefing = new BriefingLines(messages, times, handoff);
    return new HandoffPage(
        frame,
        reader.is(Role.TAM),
        standing(handoff, briefing.rest(), times),
        briefing.known(),
        rights(handoff),
        candidates,
        entered);
  }

  private Standing standing(Handoff handoff, @Nullable String rest, TimeLabels times) {
    return new Standing(
        handoff.id(),
        handoff.escalation(),
        handoff.severity(),
        ForeignText.of(handoff.briefing().facts().title()),
        side(handoff.from()),
        side(handoff.to()),
        handoff.isOpen() ? times.within(handoff.acceptBy()) : null,
        state(handoff),
        rest,
        times.at(handoff.effectiveFrom()),
        handoff.readBackOwed(),
        ForeignText.of(handoff.readBack()),
        declined(handoff),
        handoff.queries().stream().map(query -> question(query, times)).toList(),
        outgoing(handoff));
  }

  /** Who hands over, by name. */
  String outgoing(Handoff handoff) {
    Person from = handoff.from().tam();
    return from == null ? handoff.from().region() : ForeignText.plain(from.name());
  }

  private String side(Handoff.Side side) {
    if (side.is(reader.id())) {
      return messages.you();
    }
    Person tam = side.tam();
    return messages.personIn(
        tam == null ? messages.nobody() : ForeignText.plain(tam.name()), side.region());
  }

  private @Nullable String state(Handoff handoff) {
    return switch (handoff.state()) {
      case "DRAFTED" -> messages.drafted();
      case "WAITING_FOR_COVERAGE" -> messages.waiting();
      case "ESCALATED_TO_LEAD" -> messages.atLead();
      case "ACCEPTED" -> messages.acceptedBy(side(handoff.to()));
      case "ASSIGNED_BY_LEAD" -> messages.assignedTo(side(handoff.to()), lead(handoff));
      case "CANCELLED" -> messages.cancelled();
      default -> null;
    };
  }

  private String lead(Handoff handoff) {
    Person lead = handoff.assignedBy();
    return lead == null ? messages.nobody() : ForeignText.plain(lead.name());
  }

  private List<ForeignText> declined(Handoff handoff) {
    return handoff.attempts().stream()
        .filter(attempt -> attempt.reason() != null)
        .map(attempt -> messages.declinedBy(attempt.tam().name(), attempt.reason()))
        .map(ForeignText::of)
        .toList();
  }

  private static Question question(Handoff.Query query, TimeLabels times) {
    Person by = query.answeredBy();
    return new Question(
        query.number(),
        ForeignText.of(query.askedBy().name()),
        times.at(query.askedAt()),
        ForeignText.of(query.question()),
        ForeignText.of(by == null ? null : by.name()),
        ForeignText.of(query.answer()));
  }

  private Rights rights(Handoff handoff) {
    boolean tam = reader.is(Role.TAM);
    boolean mine = handoff.to().is(reader.id());
    boolean outgoing = handoff.from().is(reader.id());
    boolean open = handoff.isOpen();
    boolean owed = handoff.readBackOwed() && mine;
    boolean accept = (tam && !outgoing && open) || owed;
    return new Rights(
        accept,
        handoff.needsReadBack() || owed,
        tam && !outgoing && open,
        tam && mine && open,
        tam && outgoing,
        tam && outgoing && (open || handoff.state().equals("DRAFTED")),
        open && (reader.is(Role.MANAGER) || (tam && handoff.state().equals("ESCALATED_TO_LEAD"))));
  }
}
