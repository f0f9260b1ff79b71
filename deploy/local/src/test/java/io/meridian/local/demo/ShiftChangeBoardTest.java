package io.meridian.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShiftChangeBoardTest {

  private static final Instant ACCEPT_BY = Instant.parse("2026-03-08T07:15:00Z");
  private static final Instant BEFORE = Instant.parse("2026-03-08T06:50:00Z");
  private static final Instant AFTER = Instant.parse("2026-03-08T07:20:00Z");

  private final StringWriter said = new StringWriter();
  private final ShiftChangeBoard board = new ShiftChangeBoard(new PrintWriter(said));

  @Test
  void a_shift_change_is_told_when_offered_at_its_deadline_and_when_settled() {
    look(BEFORE, offer("1", "OFFERED", "Ewa", null), offer("2", "OFFERED", "Ewa", null));
    assertThat(said()).contains("Sun 08 Mar 06:50  APAC → EMEA    2 offered to Ewa (2)");
    assertThat(said()).contains("accept by 07:15");

    Offer accepted = offer("1", "ACCEPTED", "Ewa", BEFORE);
    look(AFTER, accepted, offer("2", "ESCALATED_TO_LEAD", "Ewa", null));
    assertThat(said()).contains("1 of 2 accepted in time");

    look(AFTER, accepted, offer("2", "CANCELLED", "", null));
    assertThat(said()).contains("settled: 1 in time, 0 late, 1 closed before");
  }

  @Test
  void nothing_is_told_twice() {
    look(BEFORE, offer("1", "OFFERED", "Ewa", null));
    String once = said();
    look(BEFORE, offer("1", "OFFERED", "Ewa", null));

    assertThat(said()).isEqualTo(once);
  }

  @Test
  void a_decline_names_who_declined_and_who_is_asked_now() {
    look(BEFORE, offer("1", "OFFERED", "Ewa", null));
    look(BEFORE, offer("1", "OFFERED", "Jan", null));

    assertThat(said()).contains("ESC-1 declined by Ewa; now to Jan");
  }

  @Test
  void who_never_answers_is_named_and_so_is_the_lead_who_takes_it_late() {
    look(BEFORE, offer("1", "OFFERED", "Ewa", null));
    look(AFTER, offer("1", "ESCALATED_TO_LEAD", "Lea", null));
    assertThat(said()).contains("ESC-1 no answer from Ewa; to the lead Lea");

    look(AFTER, offer("1", "ACCEPTED", "Lea", AFTER));
    assertThat(said()).contains("ESC-1 accepted by Lea, 5 min late").contains("0 in time, 1 late");
  }

  private void look(Instant now, Offer... offers) {
    board.look(List.of(offers), now);
  }

  private String said() {
    return said.toString();
  }

  private static Offer offer(String id, String state, String person, Instant acceptedAt) {
    return new Offer(
        id,
        "change",
        "ESC-" + id,
        "SEV1",
        state,
        "APAC",
        "EMEA",
        person,
        person,
        ACCEPT_BY,
        ACCEPT_BY,
        ACCEPT_BY,
        BEFORE,
        acceptedAt);
  }
}
