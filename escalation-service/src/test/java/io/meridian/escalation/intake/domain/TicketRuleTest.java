package io.meridian.escalation.intake.domain;

import static io.meridian.events.EscalationStatus.ACKNOWLEDGED;
import static io.meridian.events.EscalationStatus.CLOSED;
import static io.meridian.events.EscalationStatus.OPEN;
import static io.meridian.events.EscalationStatus.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Command;
import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Decision;
import io.meridian.escalation.escalation.domain.Delivery;
import io.meridian.escalation.escalation.domain.Escalation;
import io.meridian.escalation.escalation.domain.Order;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketRuleTest {

  private static final Instant T0 = Instant.parse("2026-03-08T07:00:00Z");
  private static final UUID ID = UUID.fromString("01970000-0000-7000-8000-000000000001");
  private static final String BY = "helpdesk";
  private static final TermsByCustomer TERMS = TermsByCustomer.none(Duration.ofDays(7));

  private static TicketReport ticket(long version, EscalationStatus status) {
    return ticket(version, status, Severity.SEV3, "DNS down", Map.of());
  }

  private static TicketReport ticket(
      long version,
      EscalationStatus status,
      Severity severity,
      String title,
      Map<String, String> details) {
    return ticket(counted(version, "msg_" + version), status, severity, title, details);
  }

  private static TicketReport ticket(
      Delivery delivery,
      EscalationStatus status,
      Severity severity,
      String title,
      Map<String, String> details) {
    Long version = delivery.order() instanceof Order.Counter c ? c.count() : null;
    var ref = new ExternalRef("servicenow:1", "46a1", version, null);
    return new TicketReport(
        BY, ref, delivery, title, "Ticket", "", severity, status, null, null, details);
  }

  /** Tells nothing but its severity. */
  private static TicketReport bare(long version) {
    var ref = new ExternalRef("servicenow:1", "46a1", version, null);
    var delivery = counted(version, "msg_" + version);
    return new TicketReport(
        BY, ref, delivery, null, "Incident 1", null, Severity.SEV3, null, null, null, Map.of());
  }

  private static TicketReport raised(Delivery delivery) {
    return ticket(delivery, OPEN, Severity.SEV1, "DNS down", Map.of());
  }

  private static Delivery counted(long count, String id) {
    return new Delivery(new Order.Counter(count), id);
  }

  private static Delivery timed(String at, String id) {
    return new Delivery(new Order.Time(Instant.parse(at)), id);
  }

  private static IntakeDecision first(TicketReport ticket) {
    return TicketRule.first(ticket, ID, 1001, TERMS, T0);
  }

  private static IntakeDecision next(Escalation known, TicketReport ticket) {
    return TicketRule.next(known, ticket, TERMS, T0.plusSeconds(60));
  }

  @Test
  void the_first_message_opens_an_escalation_whatever_its_version() {
    IntakeDecision decision = first(ticket(3, OPEN));

    assertThat(decision.outcome()).isEqualTo(IntakeOutcome.CREATED);
    assertThat(decision.events()).singleElement().isInstanceOf(EscalationEvent.Opened.class);
    assertThat(decision.after().state().externalRef().version()).isEqualTo(3);
  }

  @Test
  void a_first_message_about_a_closed_ticket_opens_and_closes() {
    IntakeDecision decision = first(ticket(3, CLOSED));

    assertThat(decision.events())
        .hasExactlyElementsOfTypes(EscalationEvent.Opened.class, EscalationEvent.Closed.class);
    assertThat(decision.after().revision()).isEqualTo(2);
  }

  @Test
  void a_late_update_changes_nothing() {
    Escalation known = first(ticket(3, OPEN)).after();

    IntakeDecision decision = next(known, ticket(2, CLOSED));

    assertThat(decision).isEqualTo(new IntakeDecision(IntakeOutcome.STALE, known, List.of()));
  }

  @Test
  void the_same_delivery_again_changes_nothing() {
    Escalation known = first(ticket(3, OPEN)).after();

    IntakeDecision decision = next(known, ticket(3, CLOSED));

    assertThat(decision).isEqualTo(new IntakeDecision(IntakeOutcome.DUPLICATE, known, List.of()));
  }

  @Test
  void two_changes_of_equal_order_both_count() {
    Escalation known = first(ticket(3, OPEN)).after();

    IntakeDecision decision = next(known, raised(counted(3, "msg_other")));

    assertThat(decision.outcome()).isEqualTo(IntakeOutcome.UPDATED);
    assertThat(decision.after().content().severity()).isEqualTo(Severity.SEV1);
  }

  @Test
  void times_order_as_finely_as_they_are_told() {
    TicketReport early =
        ticket(timed("2026-03-08T06:59:00.123456001Z", "a"), OPEN, Severity.SEV3, "t", Map.of());
    TicketReport late =
        ticket(timed("2026-03-08T06:59:00.123456002Z", "b"), OPEN, Severity.SEV1, "t", Map.of());

    IntakeDecision inOrder = next(first(early).after(), late);
    IntakeDecision tooLate = next(first(late).after(), early);

    assertThat(inOrder.after().content().severity()).isEqualTo(Severity.SEV1);
    assertThat(tooLate.outcome()).isEqualTo(IntakeOutcome.STALE);
  }

  @Test
  void orders_of_two_scales_are_not_compared() {
    Escalation counted = first(ticket(3, OPEN)).after();
    Escalation timed = first(raised(timed("2026-03-08T06:59:00Z", "a"))).after();

    assertThat(next(counted, raised(timed("2026-03-08T06:59:00Z", "b"))).outcome())
        .isEqualTo(IntakeOutcome.OTHER_SCALE);
    assertThat(next(timed, ticket(4, OPEN)))
        .isEqualTo(new IntakeDecision(IntakeOutcome.OTHER_SCALE, timed, List.of()));
  }

  @Test
  void what_was_told_before_orders_had_a_scale_is_compared_by_either() {
    long millis = Instant.parse("2026-03-08T06:59:00Z").toEpochMilli();
    Escalation before = first(raised(new Delivery(new Order.Unscaled(millis), null))).after();

    assertThat(next(before, raised(timed("2026-03-08T06:58:59.999Z", "a"))).outcome())
        .isEqualTo(IntakeOutcome.STALE);
    assertThat(next(before, raised(timed("2026-03-08T06:59:00.000001Z", "a"))).outcome())
        .isEqualTo(IntakeOutcome.UPDATED);
    assertThat(next(before, raised(counted(millis - 1, "a"))).outcome())
        .isEqualTo(IntakeOutcome.STALE);
    assertThat(next(before, raised(counted(millis + 1, "a"))).outcome())
        .isEqualTo(IntakeOutcome.UPDATED);
  }

  @Test
  void what_a_message_does_not_tell_stays_as_it_was() {
    TicketReport full =
        new TicketReport(
            BY,
            new ExternalRef("servicenow:1", "46a1", 1L, "https://sn.example/46a1"),
            counted(1, "msg_1"),
            "DNS down",
            "Incident 1",
            "since 06:40",
            Severity.SEV3,
            RESOLVED,
            "acme",
            ID,
            Map.of("assigned_to", "89"));

    IntakeDecision decision = next(first(full).after(), bare(2));

    assertThat(decision.outcome()).isEqualTo(IntakeOutcome.UPDATED);
    assertThat(decision.events()).isEmpty();
    assertThat(decision.after().status()).isEqualTo(RESOLVED);
    assertThat(decision.after().content().title()).isEqualTo("DNS down");
    assertThat(decision.after().content().description()).isEqualTo("since 06:40");
    assertThat(decision.after().content().customerId()).isEqualTo(ID);
    assertThat(decision.after().externalRef().url()).isEqualTo("https://sn.example/46a1");
  }

  @Test
  void a_ticket_without_a_title_gets_one_until_it_tells_its_own() {
    Escalation known = first(bare(0)).after();

    assertThat(known.content().title()).isEqualTo("Incident 1");
    assertThat(known.status()).isEqualTo(OPEN);
    assertThat(next(known, ticket(1, OPEN)).after().content().title()).isEqualTo("DNS down");
  }

  @Test
  void a_title_that_a_tam_has_set_stays_when_the_ticket_changes_its_description() {
    Escalation known = first(ticket(0, OPEN)).after();
    var renamed = new Command.Update("tam-kai", "DNS down in Kyoto", null, null, null);
    Escalation changed = ((Decision.Accepted) known.decide(renamed, TERMS, T0)).after();
    TicketReport told =
        new TicketReport(
            BY,
            new ExternalRef("servicenow:1", "46a1", 1L, null),
            counted(1, "msg_1"),
            "DNS down",
            "Ticket",
            "since 06:40",
            Severity.SEV3,
            OPEN,
            null,
            null,
            Map.of());

    Content after = next(changed, told).after().content();

    assertThat(after.title()).isEqualTo("DNS down in Kyoto");
    assertThat(after.description()).isEqualTo("since 06:40");
  }

  @Test
  void a_newer_message_that_says_nothing_new_only_moves_the_version() {
    Escalation known = first(ticket(3, OPEN)).after();

    IntakeDecision decision = next(known, ticket(4, OPEN));

    assertThat(decision.outcome()).isEqualTo(IntakeOutcome.UPDATED);
    assertThat(decision.events()).isEmpty();
    assertThat(decision.after().revision()).isEqualTo(1);
    assertThat(decision.after().externalRef().version()).isEqualTo(4);
  }

  @Test
  void the_ticket_takes_the_escalation_through_its_life() {
    Escalation acknowledged = next(first(ticket(0, OPEN)).after(), ticket(1, ACKNOWLEDGED)).after();
    Escalation resolved = next(acknowledged, ticket(2, RESOLVED)).after();
    IntakeDecision reopened = next(resolved, ticket(3, ACKNOWLEDGED));
    Escalation closed = next(reopened.after(), ticket(4, CLOSED)).after();

    assertThat(acknowledged.status()).isEqualTo(ACKNOWLEDGED);
    assertThat(resolved.status()).isEqualTo(RESOLVED);
    assertThat(reopened.events())
        .hasExactlyElementsOfTypes(
            EscalationEvent.Reopened.class, EscalationEvent.Acknowledged.class);
    assertThat(closed.status()).isEqualTo(CLOSED);
  }

  @Test
  void severity_and_title_follow_the_ticket() {
    Escalation known = first(ticket(0, OPEN)).after();

    IntakeDecision decision =
        next(known, ticket(1, OPEN, Severity.SEV1, "DNS down everywhere", Map.of()));

    assertThat(decision.events())
        .hasExactlyElementsOfTypes(
            EscalationEvent.SeverityChanged.class,
            EscalationEvent.ServiceHoursChanged.class,
            EscalationEvent.Updated.class);
    assertThat(decision.after().content().title()).isEqualTo("DNS down everywhere");
  }

  @Test
  void what_a_tam_set_here_is_not_undone_by_the_ticket_saying_the_same_as_before() {
    Escalation known = first(ticket(0, OPEN)).after();
    var raised = new Command.ChangeSeverity("tam-kai", Severity.SEV1, null);
    Escalation changed = ((Decision.Accepted) known.decide(raised, TERMS, T0)).after();

    Escalation after = next(changed, ticket(1, OPEN)).after();

    assertThat(after.content().severity()).isEqualTo(Severity.SEV1);
  }

  @Test
  void a_tams_acknowledgement_is_not_undone_by_the_ticket() {
    Escalation known = first(ticket(0, ACKNOWLEDGED)).after();
    Escalation withdrawn = next(known, ticket(1, OPEN)).after();
    Escalation taken =
        ((Decision.Accepted) withdrawn.decide(new Command.Acknowledge("tam-kai"), TERMS, T0))
            .after();
    Escalation again = next(taken, ticket(2, ACKNOWLEDGED)).after();

    assertThat(withdrawn.status()).isEqualTo(OPEN);
    assertThat(next(again, ticket(3, OPEN)).after().status()).isEqualTo(ACKNOWLEDGED);
  }

  @Test
  void a_reassignment_is_noted_once_with_both_names() {
    Escalation known =
        first(ticket(0, OPEN, Severity.SEV3, "t", Map.of("assigned_to", "89"))).after();

    IntakeDecision changed =
        next(
            known,
            ticket(
                1,
                OPEN,
                Severity.SEV3,
                "t",
                Map.of("assigned_to", "31", "assignment_group", "24")));
    IntakeDecision same =
        next(
            changed.after(),
            ticket(
                2,
                OPEN,
                Severity.SEV3,
                "t",
                Map.of("assigned_to", "31", "assignment_group", "24")));

    assertThat(changed.events())
        .singleElement()
        .isInstanceOfSatisfying(
            EscalationEvent.Noted.class,
            e ->
                assertThat(e.text())
                    .isEqualTo("assigned_to: 89 → 31, assignment_group: none → 24"));
    assertThat(same.events()).isEmpty();
  }

  @Test
  void an_escalation_that_people_opened_takes_up_its_ticket() {
    var content = new Content("DNS", "", Severity.SEV2, null, List.of("dns"));
    var ref = new ExternalRef("servicenow:1", "46a1", null, "https://sn.example/46a1");
    Escalation known =
        Escalation.open(ID, 1001, content, ref, "tam-kai", TERMS.nobody(), T0).after();

    IntakeDecision decision = next(known, ticket(0, RESOLVED));

    assertThat(decision.outcome()).isEqualTo(IntakeOutcome.UPDATED);
    assertThat(decision.after().status()).isEqualTo(RESOLVED);
    assertThat(decision.after().content().tags()).containsExactly("dns");
    assertThat(decision.after().externalRef().url()).isEqualTo("https://sn.example/46a1");
  }
}
