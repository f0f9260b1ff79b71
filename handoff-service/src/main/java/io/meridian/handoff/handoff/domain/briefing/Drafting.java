package io.meridian.handoff.handoff.domain.briefing;

import io.meridian.events.Mood;
import io.meridian.events.NoteDetails;
import io.meridian.events.NoteKind;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Contact;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Due;
import io.meridian.handoff.handoff.domain.briefing.Briefing.Hypothesis;
import io.meridian.handoff.handoff.domain.briefing.TimelineFact.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Drafts a briefing from a timeline, the newest word on each matter and what is not settled, and
 * from what the customer was promised and whom there wants to be told.
 */
public final class Drafting {
  private static final Comparator<Instant> UNDATED_LAST =
      Comparator.nullsLast(Comparator.naturalOrder());

  private final List<TimelineFact> facts;
  private final Set<Long> settled;
  private final @Nullable Circumstances circumstances;

  private Drafting(List<TimelineFact> facts, @Nullable Circumstances circumstances) {
    this.circumstances = circumstances;
    this.facts = facts.stream().sorted(Comparator.comparing(TimelineFact::revision)).toList();
    this.settled =
        facts.stream()
            .map(TimelineFact::details)
            .filter(Objects::nonNull)
            .map(NoteDetails::settles)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
  }

  /**
   * The draft of a timeline's facts, given in any order.
   *
   * @param circumstances null when the customer is not known
   */
  public static Briefing of(List<TimelineFact> facts, @Nullable Circumstances circumstances) {
    return new Drafting(facts, circumstances).briefing();
  }

  /** Who wants to be told: those of the customer, and those somebody noted. */
  public static List<Informed> informed(
      List<TimelineFact> facts, @Nullable Circumstances circumstances) {
    return new Drafting(facts, circumstances).informed().toList();
  }

  /**
   * What somebody wrote, going on with the timeline from there: what is newly noted comes in, what
   * is settled goes, and the last contact is the last one; deadlines and stakeholders are facts.
   *
   * @param seen revision of the newest fact when it was written
   */
  public static Briefing following(
      Written written, long seen, List<TimelineFact> facts, @Nullable Circumstances circumstances) {
    Briefing now = of(facts, circumstances);
    List<TimelineFact> news = facts.stream().filter(fact -> fact.revision() > seen).toList();
    var settled = new Drafting(facts, null).settledBy(news);
    return new EditedBriefing(written, now, of(news, null), settled).briefing();
  }

  /** The texts that newer facts settle, by kind. */
  private Map<NoteKind, Set<String>> settledBy(List<TimelineFact> news) {
    Set<Long> revisions = new Drafting(news, null).settled;
    return facts.stream()
        .filter(fact -> revisions.contains(fact.revision()) && fact.details() != null)
        .filter(fact -> details(fact).kind() != null)
        .collect(
            Collectors.groupingBy(
                fact -> Objects.requireNonNull(details(fact).kind()),
                Collectors.mapping(Drafting::words, Collectors.toSet())));
  }

  private Briefing briefing() {
    TimelineFact contact = last(notes(NoteKind.CUSTOMER_CONTACT));
    return new Briefing(
        text(last(facts.stream().filter(f -> f.kind() == Kind.SEVERITY_CHANGED))),
        text(last(facts.stream().filter(Drafting::isPlain))),
        contact == null ? null : new Contact(contact.at(), contact.by(), words(contact)),
        mood(),
        open(NoteKind.ACTION)
            .map(f -> new Action(words(f), details(f).owner(), details(f).due()))
            .sorted(Comparator.comparing(Action::due, UNDATED_LAST))
            .toList(),
        dues(NoteKind.PROMISE),
        deadlines(),
        texts(NoteKind.RISK),
        notes(NoteKind.HYPOTHESIS)
            .map(f -> new Hypothesis(words(f), settled.contains(f.revision())))
            .toList(),
        stakeholders(),
        texts(NoteKind.LINK));
  }

  private List<Due> deadlines() {
    return Stream.concat(
            SlaDeadlines.of(circumstances, facts).stream(), dues(NoteKind.DEADLINE).stream())
        .sorted(Comparator.comparing(Due::due, UNDATED_LAST))
        .toList();
  }

  private List<String> stakeholders() {
    return informed().map(Informed::words).distinct().toList();
  }

  private Stream<Informed> informed() {
    Stream<Informed> known = circumstances == null ? Stream.of() : circumstances.informed();
    Stream<Informed> noted =
        texts(NoteKind.STAKEHOLDER).stream().map(text -> new Informed(text, null, false));
    return Stream.concat(known, noted);
  }

  private List<Due> dues(NoteKind kind) {
    return open(kind)
        .map(f -> new Due(words(f), details(f).due()))
        .sorted(Comparator.comparing(Due::due, UNDATED_LAST))
        .toList();
  }

  private List<String> texts(NoteKind kind) {
    return open(kind).map(Drafting::words).distinct().toList();
  }

  private @Nullable Mood mood() {
    return notes(NoteKind.CUSTOMER_CONTACT)
        .map(fact -> details(fact).mood())
        .filter(Objects::nonNull)
        .reduce((a, b) -> b)
        .orElse(null);
  }

  private Stream<TimelineFact> open(NoteKind kind) {
    return notes(kind).filter(fact -> !settled.contains(fact.revision()));
  }

  private Stream<TimelineFact> notes(NoteKind kind) {
    return facts.stream().filter(fact -> fact.details() != null && details(fact).kind() == kind);
  }

  /** A note that is nothing but its text says how things stand. */
  private static boolean isPlain(TimelineFact fact) {
    return fact.kind() == Kind.NOTED && fact.details() == null;
  }

  private static @Nullable TimelineFact last(Stream<TimelineFact> facts) {
    return facts.reduce((a, b) -> b).orElse(null);
  }

  private static NoteDetails details(TimelineFact fact) {
    return Objects.requireNonNull(fact.details());
  }

  private static String words(TimelineFact fact) {
    return Objects.requireNonNullElse(fact.text(), "");
  }

  private static @Nullable String text(@Nullable TimelineFact fact) {
    return fact == null ? null : fact.text();
  }
}
