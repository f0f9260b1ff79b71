package io.meridian.handoff.handoff.application;

import io.meridian.events.HandoffStatus;
import io.meridian.handoff.calendar.application.CurrentCalendar;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.handoff.application.briefing.BriefingDetails;
import io.meridian.handoff.handoff.application.briefing.Briefings;
import io.meridian.handoff.handoff.store.EscalationSummary;
import io.meridian.handoff.handoff.store.HandoffList;
import io.meridian.handoff.handoff.store.HandoffList.After;
import io.meridian.handoff.handoff.store.HandoffList.EscalationNow;
import io.meridian.handoff.handoff.store.HandoffList.Listed;
import io.meridian.handoff.handoff.store.QuestionRepository;
import io.meridian.handoff.handoff.store.QuestionStore;
import io.meridian.handoff.ledger.application.LedgerReading;
import io.meridian.handoff.ledger.domain.Rest;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.runtime.outbox.Transactions;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Handoffs for reading. */
@ApplicationScoped
public class HandoffReading {
  private final HandoffList list;
  private final QuestionStore questions;
  private final Briefings briefings;
  private final LedgerReading ledgers;
  private final CurrentCalendar calendar;
  private final Transactions transactions;

  HandoffReading(
      HandoffList list,
      QuestionStore questions,
      Briefings briefings,
      LedgerReading ledgers,
      CurrentCalendar calendar,
      Transactions transactions) {
    this.list = list;
    this.questions = questions;
    this.briefings = briefings;
    this.ledgers = ledgers;
    this.calendar = calendar;
    this.transactions = transactions;
  }

  /** Which handoffs to list; null means any. */
  public record Wanted(
      @Nullable HandoffStatus status,
      @Nullable String to,
      @Nullable String from,
      @Nullable UUID escalation,
      @Nullable UUID shiftChange) {}

  /**
   * One handoff.
   *
   * @throws Problem 404 when there is none with this id
   */
  public Uni<HandoffDetails> find(UUID id) {
    return transactions.read(unit -> find(unit, id));
  }

  /** Those of these handoffs that exist, by id. */
  public Uni<Map<UUID, HandoffDetails>> find(Collection<UUID> ids) {
    return transactions.read(unit -> find(unit, ids));
  }

  Uni<HandoffDetails> find(UnitOfWork unit, UUID id) {
    return find(unit, List.of(id))
        .map(found -> found.get(id))
        .onItem()
        .ifNull()
        .failWith(() -> Problem.notFound("handoff", id));
  }

  /** The same in a transaction. */
  Uni<Map<UUID, HandoffDetails>> find(UnitOfWork unit, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : list.find(unit, ids)
            .chain(listed -> details(unit, listed))
            .map(
                found ->
                    found.stream()
                        .collect(Collectors.toMap(d -> d.state().id(), Function.identity())));
  }

  /** A page of handoffs by boundary, the earliest first. */
  public Uni<Page<HandoffDetails>> page(Wanted wanted, PageRequest request) {
    var filter =
        new HandoffList.Filter(
            wanted.status() == null ? null : wanted.status().name(),
            wanted.to(),
            wanted.from(),
            wanted.escalation(),
            wanted.shiftChange());
    After after = request.after(HandoffReading::after).orElse(null);
    return transactions.read(
        unit ->
            list.page(unit, filter, after, request.limit() + 1)
                .chain(rows -> details(unit, rows))
                .map(rows -> Page.of(rows, request, HandoffReading::key)));
  }

  static After after(List<String> key) {
    return new After(Instant.parse(key.get(0)), UUID.fromString(key.get(1)));
  }

  private static List<String> key(HandoffDetails details) {
    return List.of(details.state().boundary().toString(), details.state().id().toString());
  }

  /** What is known of the handoffs besides their rows. */
  private record Surroundings(
      InForce people,
      Map<UUID, List<QuestionRepository.Question>> asked,
      Map<UUID, BriefingDetails> briefings,
      Map<UUID, Rest> rests) {}

  private Uni<List<HandoffDetails>> details(UnitOfWork unit, List<Listed> rows) {
    return Uni.combine()
        .all()
        .unis(
            calendar.in(unit),
            questions.of(unit, rows.stream().map(HandoffReading::id).toList()),
            briefings.of(unit, rows.stream().map(Listed::item).toList()),
            ledgers.lastRests(unit, restful(rows)))
        .with(Surroundings::new)
        .map(around -> rows.stream().map(row -> details(row, around)).toList());
  }

  /** The escalations that do not follow the sun as they are now. */
  private static Set<UUID> restful(List<Listed> rows) {
    return rows.stream()
        .filter(row -> row.escalation().isRestful())
        .map(row -> row.item().subject().escalationId())
        .collect(Collectors.toSet());
  }

  private static UUID id(Listed row) {
    return row.item().handoff().plan().id();
  }

  private static HandoffDetails details(Listed row, Surroundings around) {
    List<QuestionRepository.Question> asked = around.asked().getOrDefault(id(row), List.of());
    return new HandoffDetails(
        Announcements.state(row.item(), around.people()),
        row.createdAt(),
        row.readBack(),
        briefing(row, around.rests().get(row.item().subject().escalationId())),
        Objects.requireNonNull(around.briefings().get(id(row))),
        row.isCarried(),
        asked.stream().map(question -> question(question, around.people())).toList());
  }

  private static HandoffDetails.Briefing briefing(Listed row, @Nullable Rest resting) {
    EscalationNow now = row.escalation();
    UUID customer = now.customerId();
    String name = now.customerName();
    EscalationSummary subject = row.item().subject();
    return new HandoffDetails.Briefing(
        subject.severity(),
        subject.title(),
        now.status(),
        now.serviceHours(),
        now.homeRegion(),
        resting,
        now.description(),
        now.url(),
        now.openedAt(),
        customer == null || name == null ? null : new HandoffDetails.Customer(customer, name));
  }

  private static HandoffDetails.Question question(QuestionRepository.Question row, InForce people) {
    String by = row.answeredBy();
    return new HandoffDetails.Question(
        row.number(),
        people.person(row.askedBy()),
        row.question(),
        row.askedAt(),
        by == null ? null : people.person(by),
        row.answer(),
        row.answeredAt());
  }
}
