package io.meridian.handoff.handoff.api;

import io.meridian.events.Mood;
import io.meridian.events.NoteDetails;
import io.meridian.events.RestCause;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.handoff.handoff.application.BriefingDesk;
import io.meridian.handoff.handoff.application.HandoffDetails;
import io.meridian.handoff.handoff.application.briefing.BriefingDetails;
import io.meridian.handoff.handoff.domain.briefing.Briefing;
import io.meridian.handoff.handoff.domain.briefing.Completeness;
import io.meridian.handoff.handoff.domain.briefing.Informed;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact;
import io.meridian.handoff.ledger.domain.Rest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the incoming TAM must know, in the order of I-PASS: severity, summary, action list,
 * situation, and the receiver's read-back. Its two parts are facts and words; beside them stands
 * the whole as it is read.
 */
@Schema(name = "Briefing")
record BriefingView(
    UUID handoffId,
    @Schema(examples = "ESC-1042") String escalation,
    @Schema(description = "0 while it is the draft; then counts the edits") long version,
    @Nullable String writtenBy,
    @Nullable Instant writtenAt,
    Severity severity,
    @Nullable String severityReason,
    String title,
    @Schema(description = "state of the escalation now", examples = "ACKNOWLEDGED") String status,
    Instant openedAt,
    @Nullable CustomerView customer,
    Instant draftedAt,
    @Nullable String summary,
    Briefing.@Nullable Contact lastContact,
    @Nullable Mood mood,
    List<Briefing.Action> actions,
    List<Briefing.Due> promises,
    List<Briefing.Due> deadlines,
    @Schema(description = "the next promise or deadline") @Nullable Instant nextDue,
    List<String> risks,
    List<Briefing.Hypothesis> hypotheses,
    List<String> stakeholders,
    List<String> furtherLinks,
    @Schema(description = "what the system knows, as it is now; written by nobody") FactsView facts,
    @Schema(description = "what people say: the body of PUT, and by field of PATCH")
        WordsView words,
    @Schema(description = "the words that people wrote", examples = "summary") List<String> written,
    @Schema(description = "the receiver's own words; closes the briefing")
        @Nullable String readBack,
    @Schema(description = "what it lacks for this severity") List<MissingView> missing,
    @Schema(description = "asked with since=mine: when the caller's last time with it ended")
        @Nullable Instant since,
    @Schema(description = "the timeline since then, else since this version was written")
        List<ChangeView> changes,
    Links links) {

  /** What the system knows, as it is now. */
  @Schema(name = "BriefingFacts")
  record FactsView(
      Severity severity,
      @Schema(examples = "ACKNOWLEDGED") String status,
      @Schema(description = "whether it is handed over around the clock") ServiceHours serviceHours,
      @Schema(description = "the region in which it lives, or would; null while none is known")
          @Nullable String homeRegion,
      @Schema(
              description =
                  "when nobody was expected to act on it last; null when that was not so within a week,"
                      + " and for what is handed over around the clock")
          @Nullable RestingView resting,
      String title,
      @Schema(description = "null while it is not known here") @Nullable String description,
      @Schema(description = "where the ticket is to be read") @Nullable String ticketUrl,
      Instant openedAt,
      @Nullable CustomerView customer,
      @Schema(description = "of the service level agreement, still to come or missed")
          List<Briefing.Due> deadlines,
      List<StakeholderView> stakeholders) {}

  /** A stretch in which nobody was expected to act. */
  @Schema(name = "BriefingResting")
  record RestingView(
      Instant start,
      @Schema(description = "null while it lasts") @Nullable Instant end,
      RestCause cause) {}

  /** Somebody who wants to be told; how they are reached is behind the link. */
  @Schema(name = "BriefingStakeholder")
  record StakeholderView(String name, @Nullable String role, String link) {}

  /** What people say. */
  @Schema(name = "BriefingWords")
  record WordsView(
      @Nullable String severityReason,
      @Nullable String summary,
      Briefing.@Nullable Contact lastContact,
      @Nullable Mood mood,
      List<Briefing.Action> actions,
      List<Briefing.Due> promises,
      List<String> risks,
      List<Briefing.Hypothesis> hypotheses,
      List<String> links) {

    static WordsView of(Briefing content) {
      return new WordsView(
          content.severityReason(),
          content.summary(),
          content.lastContact(),
          content.mood(),
          content.actions(),
          content.promises(),
          content.risks(),
          content.hypotheses(),
          content.links());
    }
  }

  /** The customer by the name people know. */
  @Schema(name = "BriefingCustomer")
  record CustomerView(UUID id, String name) {}

  /** Something the briefing lacks. */
  @Schema(name = "BriefingMissing")
  record MissingView(Completeness.Missing code, String detail) {}

  /** A fact on the timeline. */
  @Schema(name = "BriefingChange")
  record ChangeView(
      long revision,
      Instant at,
      String by,
      TimelineFact.Kind kind,
      @Nullable String text,
      @Nullable NoteDetails details) {}

  /** Where to read more. */
  @Schema(name = "BriefingLinks")
  record Links(String self, String html, String versions, String escalation, String timeline) {}

  static BriefingView of(HandoffDetails details) {
    return of(new BriefingDesk.BriefingWithNews(details, null));
  }

  static BriefingView of(BriefingDesk.BriefingWithNews found) {
    HandoffDetails details = found.handoff();
    HandoffDetails.Briefing escalation = details.briefing();
    BriefingDetails briefing = details.content();
    BriefingDesk.News news = found.news();
    Briefing content = briefing.content();
    return new BriefingView(
        details.state().id(),
        details.state().escalation(),
        briefing.version(),
        briefing.writtenBy(),
        briefing.writtenAt(),
        escalation.severity(),
        content.severityReason(),
        escalation.title(),
        escalation.status(),
        escalation.openedAt(),
        customer(escalation),
        details.createdAt(),
        content.summary(),
        content.lastContact(),
        content.mood(),
        content.actions(),
        content.promises(),
        content.deadlines(),
        content.nextDue(),
        content.risks(),
        content.hypotheses(),
        content.stakeholders(),
        content.links(),
        facts(details),
        WordsView.of(content),
        briefing.written().fields(),
        details.readBack(),
        briefing.missing().stream().map(m -> new MissingView(m, m.detail())).toList(),
        news == null ? null : news.since(),
        (news == null ? briefing.changes() : news.facts())
            .stream().map(BriefingView::change).toList(),
        links(details));
  }

  private static FactsView facts(HandoffDetails details) {
    HandoffDetails.Briefing escalation = details.briefing();
    return new FactsView(
        escalation.severity(),
        escalation.status(),
        escalation.serviceHours(),
        escalation.homeRegion(),
        resting(escalation.resting()),
        escalation.title(),
        escalation.description(),
        escalation.url(),
        escalation.openedAt(),
        customer(escalation),
        details.content().content().deadlines(),
        details.content().informed().stream().map(one -> stakeholder(one, details)).toList());
  }

  private static @Nullable RestingView resting(@Nullable Rest rest) {
    return rest == null ? null : new RestingView(rest.start(), rest.end(), rest.cause());
  }

  private static @Nullable CustomerView customer(HandoffDetails.Briefing escalation) {
    HandoffDetails.Customer customer = escalation.customer();
    return customer == null ? null : new CustomerView(customer.id(), customer.name());
  }

  private static StakeholderView stakeholder(Informed one, HandoffDetails details) {
    HandoffDetails.Customer customer = details.briefing().customer();
    String link =
        one.isOfCustomer() && customer != null
            ? "/api/v1/customers/" + customer.id() + "/stakeholders"
            : links(details).timeline();
    return new StakeholderView(one.name(), one.role(), link);
  }

  private static ChangeView change(TimelineFact fact) {
    return new ChangeView(
        fact.revision(), fact.at(), fact.by(), fact.kind(), fact.text(), fact.details());
  }

  private static Links links(HandoffDetails details) {
    String handoff = "/" + details.state().id();
    String escalation = "/api/v1/escalations/" + details.state().escalationId();
    String self = HandoffView.PATH + handoff + "/briefing";
    return new Links(
        self, "/handoffs" + handoff, self + "/versions", escalation, escalation + "/timeline");
  }
}
