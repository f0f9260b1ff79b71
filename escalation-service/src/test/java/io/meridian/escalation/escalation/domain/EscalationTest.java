package io.meridian.escalation.escalation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Decision.Accepted;
import io.meridian.escalation.escalation.domain.Decision.Rejected;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EscalationTest {

  private static final Instant T0 = Instant.parse("2026-03-08T07:00:00Z");
  private static final UUID ID = UUID.fromString("01970000-0000-7000-8000-000000000001");
  private static final UUID ACME = UUID.fromString("01970000-0000-7000-8000-0000000000ac");

  private static final TermsByCustomer TERMS = TermsByCustomer.none(Duration.ofDays(7));

  private static final Command.Acknowledge ACK = new Command.Acknowledge("tam-kai");
  private static final Command.Resolve RESOLVE = new Command.Resolve("tam-kai", "rolled back");
  private static final Command.Close CLOSE = new Command.Close("tam-kai", null);
  private static final Command.Reopen REOPEN = new Command.Reopen("tam-kai", "it is back");

  private static Accepted opened() {
    return Escalation.open(
        ID,
        1042,
        new Content("DNS down", "All zones", Severity.SEV2, null, List.of("dns")),
        new ExternalRef("zendesk", "4711", 1L, null),
        "tam-kai",
        TERMS.nobody(),
        T0);
  }

  private static Instant after(int minutes) {
    return T0.plus(Duration.ofMinutes(minutes));
  }

  private static Accepted accepted(Decision decision) {
    assertThat(decision).isInstanceOf(Accepted.class);
    return (Accepted) decision;
  }

  /** The escalation after the commands, each a minute after the one before. */
  private static Escalation having(Command... commands) {
    Escalation escalation = opened().after();
    int minute = 0;
    for (Command command : commands) {
      minute++;
      escalation = accepted(escalation.decide(command, TERMS, after(minute))).after();
    }
    return escalation;
  }

  @Test
  void opening_tells_one_fact_with_the_state_after_it() {
    Accepted opened = opened();

    assertThat(opened.events()).singleElement().isInstanceOf(EscalationEvent.Opened.class);
    assertThat(opened.events().getFirst().escalation()).isEqualTo(opened.after().state());
    assertThat(opened.after().state().shortId()).isEqualTo("ESC-1042");
    assertThat(opened.after().state().revision()).isEqualTo(1);
    assertThat(opened.after().state().openedAt()).isEqualTo(T0);
    assertThat(opened.after().status()).isEqualTo(EscalationStatus.OPEN);
  }

  @Test
  void a_life_runs_from_open_over_acknowledged_and_resolved_to_closed() {
    var closed = having(ACK, RESOLVE, CLOSE).state();

    assertThat(closed.status()).isEqualTo(EscalationStatus.CLOSED);
    assertThat(closed.acknowledgedAt()).isEqualTo(after(1));
    assertThat(closed.resolvedAt()).isEqualTo(after(2));
    assertThat(closed.closedAt()).isEqualTo(after(3));
    assertThat(closed.revision()).isEqualTo(4);
    assertThat(closed.changedAt()).isEqualTo(after(3));
  }

  @Test
  void a_repeat_is_the_acceptance_of_nothing() {
    assertThat(accepted(having(ACK).decide(ACK, TERMS, after(9))).events()).isEmpty();
    assertThat(accepted(having(RESOLVE).decide(RESOLVE, TERMS, after(9))).events()).isEmpty();
    assertThat(accepted(having(CLOSE).decide(CLOSE, TERMS, after(9))).events()).isEmpty();
    assertThat(accepted(having().decide(REOPEN, TERMS, after(9))).events()).isEmpty();
    var same = new Command.ChangeSeverity("tam-kai", Severity.SEV2, null);
    assertThat(accepted(having().decide(same, TERMS, after(9))).events()).isEmpty();
    var unchanged =
        new Command.Update("tam-kai", "DNS down", null, Optional.empty(), List.of("dns"));
    assertThat(accepted(having().decide(unchanged, TERMS, after(9))).after()).isEqualTo(having());
  }

  @Test
  void nobody_acknowledges_what_another_has_acknowledged_or_what_is_over() {
    var other = new Command.Acknowledge("tam-ada");

    assertThat(having(ACK).decide(other, TERMS, after(9)))
        .isEqualTo(new Rejected("already-acknowledged", "already acknowledged by tam-kai"));
    assertThat(having(RESOLVE).decide(other, TERMS, after(9))).isInstanceOf(Rejected.class);
    assertThat(having(CLOSE).decide(other, TERMS, after(9))).isInstanceOf(Rejected.class);
  }

  @Test
  void a_closed_escalation_is_not_resolved() {
    assertThat(having(CLOSE).decide(RESOLVE, TERMS, after(9))).isInstanceOf(Rejected.class);
  }

  @Test
  void a_wrong_severity_is_corrected_even_after_close() {
    var command = new Command.ChangeSeverity("tam-kai", Severity.SEV1, null);

    Escalation corrected = having(CLOSE, command);

    assertThat(corrected.content().severity()).isEqualTo(Severity.SEV1);
    assertThat(corrected.state().closedAt()).isEqualTo(after(1));
  }

  @Test
  void an_acknowledgement_is_not_taken_back_by_reopening() {
    assertThat(having(ACK).decide(REOPEN, TERMS, after(9))).isInstanceOf(Rejected.class);
  }

  @Test
  void a_reopening_after_resolution_goes_on_with_the_same_span() {
    var reopened = having(ACK, RESOLVE, REOPEN).state();

    assertThat(reopened.status()).isEqualTo(EscalationStatus.OPEN);
    assertThat(reopened.openedAt()).isEqualTo(T0);
    assertThat(reopened.acknowledgedAt()).isNull();
    assertThat(reopened.resolvedAt()).isNull();
  }

  @Test
  void a_reopening_after_close_starts_a_new_span() {
    Escalation reopened = having(CLOSE, REOPEN);

    assertThat(reopened.state().openedAt()).isEqualTo(after(2));
    assertThat(reopened.state().closedAt()).isNull();
    assertThat(reopened.createdAt()).isEqualTo(T0);
  }

  @Test
  void a_severity_change_names_the_old_one_and_the_reason() {
    var command = new Command.ChangeSeverity("tam-kai", Severity.SEV1, "board is watching");

    var event = accepted(having().decide(command, TERMS, after(1))).events().getFirst();

    assertThat(event)
        .isEqualTo(
            new EscalationEvent.SeverityChanged(
                "tam-kai", Severity.SEV2, "board is watching", event.escalation()));
    assertThat(event.escalation().severity()).isEqualTo(Severity.SEV1);
  }

  @Test
  void an_update_names_the_fields_that_changed() {
    var command =
        new Command.Update(
            "tam-kai", "DNS down in EU", null, Optional.of(ACME), List.of("dns", "eu"));

    var accepted = accepted(having().decide(command, TERMS, after(1)));

    assertThat(accepted.events().getFirst())
        .isInstanceOfSatisfying(
            EscalationEvent.Updated.class,
            e -> assertThat(e.fields()).containsExactly("title", "customer", "tags"));
    assertThat(accepted.after().content().customerId()).isEqualTo(ACME);
    assertThat(accepted.after().content().description()).isEqualTo("All zones");
  }

  @Test
  void an_update_can_take_the_customer_away() {
    var given = new Command.Update("tam-kai", null, null, Optional.of(ACME), null);
    var taken = new Command.Update("tam-kai", null, null, Optional.empty(), null);

    assertThat(having(given, taken).content().customerId()).isNull();
  }

  @Test
  void every_note_is_a_fact_even_after_close() {
    var note = new Command.Note("tam-kai", "post-mortem on Monday");

    assertThat(having(CLOSE, note, note).revision()).isEqualTo(4);
  }

  @Test
  void time_never_runs_backwards() {
    Escalation acknowledged = having(ACK);

    var resolved = accepted(acknowledged.decide(RESOLVE, TERMS, T0)).after().state();

    assertThat(resolved.resolvedAt()).isEqualTo(after(1));
    assertThat(resolved.changedAt()).isEqualTo(after(1));
  }

  @Test
  void a_short_id_reads_back_as_its_number() {
    assertThat(ShortId.parse("ESC-1042")).hasValue(1042);
    assertThat(ShortId.parse("esc-1042")).hasValue(1042);
    assertThat(ShortId.parse("ESC-")).isEmpty();
    assertThat(ShortId.parse("ESC-12x")).isEmpty();
    assertThat(ShortId.parse("ESC-99999999999999999999")).isEmpty();
    assertThat(ShortId.parse("1042")).isEmpty();
  }
}
