package io.meridian.console.page;

import io.meridian.console.client.Briefing;
import io.meridian.console.client.Handoff;
import io.meridian.console.page.HandoffPage.CustomerLine;
import io.meridian.console.page.HandoffPage.DueLine;
import io.meridian.console.page.HandoffPage.Event;
import io.meridian.console.page.HandoffPage.Known;
import io.meridian.console.page.HandoffPage.Line;
import io.meridian.console.page.HandoffPage.Missing;
import io.meridian.console.page.HandoffPage.ToDo;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.HandoffMessages;
import io.meridian.console.time.TimeLabel;
import io.meridian.console.time.TimeLabels;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A briefing as its reader sees it. */
final class BriefingLines {
  private final HandoffMessages messages;
  private final TimeLabels times;
  private final Handoff handoff;
  private final Briefing briefing;

  BriefingLines(HandoffMessages messages, TimeLabels times, Handoff handoff) {
    this.messages = messages;
    this.times = times;
    this.handoff = handoff;
    this.briefing = handoff.briefing();
  }

  Known known() {
    Briefing.Words words = briefing.words();
    return new Known(
        next(),
        new Line(ForeignText.of(words.severityReason()), missing("SEVERITY_REASON")),
        new Line(ForeignText.of(words.summary()), missing("SUMMARY")),
        words.actions().stream().map(this::toDo).toList(),
        missing("ACTION", "ACTION_OWNER", "ACTION_DUE", "PROMISE_DUE"),
        words.risks().stream().map(ForeignText::of).toList(),
        hypotheses(true),
        hypotheses(false),
        customer(),
        missing("CUSTOMER_CONTACT"),
        briefing.facts().stakeholders().stream().map(BriefingLines::stakeholder).toList(),
        missing("STAKEHOLDER"),
        ForeignText.of(briefing.facts().ticketUrl()),
        words.links().stream().map(ForeignText::of).toList(),
        ForeignText.of(briefing.facts().description()),
        briefing.changes().stream().map(this::event).toList(),
        briefing.missing().size());
  }

  private List<DueLine> next() {
    Stream<DueLine> deadlines =
        briefing.facts().deadlines().stream().flatMap(due -> line(messages.sla(), due));
    Stream<DueLine> promises =
        briefing.words().promises().stream().flatMap(due -> line(messages.promised(), due));
    return Stream.concat(deadlines, promises)
        .sorted(Comparator.comparing(line -> line.at().iso()))
        .toList();
  }

  /** What the system knows to be due. */
  List<DueLine> deadlines() {
    return briefing.facts().deadlines().stream().flatMap(due -> line(messages.sla(), due)).toList();
  }

  /** That nobody is, or of late was, expected to act; null when that is not so. */
  @Nullable String rest() {
    Briefing.Resting resting = briefing.facts().resting();
    if (resting == null) {
      return null;
    }
    String home = ForeignText.plain(briefing.facts().homeRegion());
    String start = times.at(resting.start()).text();
    Instant end = resting.end();
    return end == null
        ? messages.rests(start, resting.cause(), home)
        : messages.rested(start, times.at(end).text(), resting.cause(), home);
  }

  private Stream<DueLine> line(String kind, Briefing.Due due) {
    Instant at = due.due();
    return at == null
        ? Stream.empty()
        : Stream.of(
            new DueLine(
                kind, ForeignText.of(due.text()), times.within(at), at.isBefore(times.now())));
  }

  private ToDo toDo(Briefing.Action action) {
    return new ToDo(
        ForeignText.of(action.text()), action.text(), name(action.owner()), label(action.due()));
  }

  /** Who is known by an id here is called by their name. */
  private ForeignText name(@Nullable String who) {
    return ForeignText.of(who == null ? null : handoff.nameOf(who));
  }

  private @Nullable TimeLabel label(@Nullable Instant at) {
    return at == null ? null : times.within(at);
  }

  private List<ForeignText> hypotheses(boolean ruledOut) {
    return briefing.words().hypotheses().stream()
        .filter(hypothesis -> hypothesis.ruledOut() == ruledOut)
        .map(hypothesis -> ForeignText.of(hypothesis.text()))
        .toList();
  }

  private @Nullable CustomerLine customer() {
    Briefing.Customer customer = briefing.facts().customer();
    Briefing.Contact contact = briefing.words().lastContact();
    String mood = briefing.words().mood();
    if (customer == null && contact == null && mood == null) {
      return null;
    }
    return new CustomerLine(
        customer == null ? null : customer.id().toString(),
        ForeignText.of(customer == null ? null : customer.name()),
        mood == null ? null : messages.mood(mood),
        contact == null ? null : times.at(contact.at()),
        name(contact == null ? null : contact.by()),
        ForeignText.of(contact == null ? null : contact.text()));
  }

  private static ForeignText stakeholder(Briefing.Stakeholder one) {
    return ForeignText.of(one.role() == null ? one.name() : one.name() + " (" + one.role() + ")");
  }

  private Event event(Briefing.Change change) {
    return new Event(
        times.at(change.at()),
        name(change.by()),
        change.kind().toLowerCase(Locale.ROOT).replace('_', ' '),
        ForeignText.of(change.text()));
  }

  /** What of these is missing, as one question. */
  private @Nullable Missing missing(String... codes) {
    List<String> wanted = List.of(codes);
    String what =
        briefing.missing().stream()
            .filter(missing -> wanted.contains(missing.code()))
            .map(Briefing.Missing::detail)
            .filter(Objects::nonNull)
            .reduce((one, other) -> one + "; " + other)
            .orElse("");
    return what.isEmpty()
        ? null
        : new Missing(ForeignText.plain(what), messages.askingFor(ForeignText.plain(what)));
  }
}
