package io.meridian.handoff.handoff.domain;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static io.meridian.handoff.duty.domain.OnCall.roster;
import static io.meridian.handoff.duty.domain.OnCall.shift;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.CancelReason;
import io.meridian.events.HandoffStatus;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.shiftchange.Holder;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChange;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import io.meridian.handoff.handoff.domain.Demand.Begin;
import io.meridian.handoff.handoff.domain.Demand.Nothing;
import io.meridian.handoff.handoff.domain.Demand.Replace;
import io.meridian.handoff.handoff.domain.Demands.Present;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemandsTest {
  private static final Shift EMEA = shift("EMEA", "07:00", "15:00", "emma");
  private static final Shift AMER = shift("AMER", "15:00", "23:00", "zoe", "adam");
  private static final Shift APAC = shift("APAC", "23:00", "+07:00", "kai");
  private static final Roster SUN = roster(EMEA, AMER, APAC);
  private static final Holder EMMA = Holder.of("emma", "EMEA", at("08:00"));

  private static Demands as(Roster roster, String time) {
    return new Demands(roster, new ShiftChanges(roster, Terms.DEFAULT), at(time));
  }

  private static ShiftChange change(Roster roster, String boundary) {
    return new ShiftChanges(roster, Terms.DEFAULT).at("emma", "EMEA", at(boundary)).orElseThrow();
  }

  private static Present present(ShiftChange change, HandoffStatus status, String to) {
    Shift incoming = change.incoming();
    return new Present(
        change.id(),
        change.boundary(),
        status,
        to,
        false,
        change.toRegion(),
        incoming.id(),
        incoming.start(),
        incoming.end());
  }

  private static final Present OFFERED =
      present(change(SUN, "15:00"), HandoffStatus.OFFERED, "zoe");

  @Test
  void nothing_is_due_before_the_preparation_and_then_a_handoff_begins() {
    assertThat(as(SUN, "14:29").of(EMMA, null)).isEqualTo(new Nothing());
    assertThat(as(SUN, "14:30").of(EMMA, null)).isEqualTo(new Begin(change(SUN, "15:00")));
  }

  @Test
  void who_becomes_accountable_after_the_preparation_hands_over_at_once() {
    Holder late = Holder.of("emma", "EMEA", at("14:45"));
    assertThat(as(SUN, "14:45").of(late, null)).isEqualTo(new Begin(change(SUN, "15:00")));
  }

  @Test
  void what_is_offered_stays_so_while_the_incoming_shift_runs() {
    assertThat(as(SUN, "14:40").of(EMMA, OFFERED)).isEqualTo(new Nothing());
    assertThat(as(SUN, "15:00").of(EMMA, OFFERED)).isEqualTo(new Nothing());
    assertThat(as(SUN, "22:59").of(EMMA, OFFERED)).isEqualTo(new Nothing());
  }

  @Test
  void when_the_incoming_shift_is_over_the_next_shift_change_supersedes() {
    assertThat(as(SUN, "23:00").of(EMMA, OFFERED))
        .isEqualTo(new Replace(CancelReason.SUPERSEDED, Optional.of(change(SUN, "23:00"))));
  }

  @Test
  void in_a_coverage_hole_it_waits_from_the_boundary_and_is_offered_before_the_shift() {
    Roster hole = roster(EMEA, shift("AMER", "17:00", "23:00", "zoe"));
    ShiftChange change = change(hole, "15:00");
    Present waiting = present(change, HandoffStatus.WAITING_FOR_COVERAGE, null);
    assertThat(as(hole, "14:59").of(EMMA, null)).isEqualTo(new Nothing());
    assertThat(as(hole, "15:00").of(EMMA, null)).isEqualTo(new Begin(change));
    assertThat(as(hole, "16:29").of(EMMA, waiting)).isEqualTo(new Nothing());
    assertThat(as(hole, "16:30").of(EMMA, waiting)).isEqualTo(new Demand.Offer(change));
  }

  @Test
  void an_offer_to_somebody_no_longer_on_the_incoming_shift_moves() {
    Roster edited = roster(EMEA, shift("AMER", "15:00", "23:00", "ivy", "adam"), APAC);
    assertThat(as(edited, "14:40").of(EMMA, OFFERED))
        .isEqualTo(new Demand.Move(change(edited, "15:00")));
  }

  @Test
  void an_outgoing_tam_who_stays_on_duty_after_all_hands_nothing_over() {
    Roster longer = roster(shift("EMEA", "07:00", "18:00", "emma"), AMER, APAC);
    assertThat(as(longer, "14:20").of(EMMA, null)).isEqualTo(new Nothing());
    Roster muchLonger = roster(shift("EMEA", "07:00", "23:30", "emma"), AMER, APAC);
    assertThat(as(muchLonger, "14:40").of(EMMA, OFFERED))
        .isEqualTo(new Replace(CancelReason.ROSTER_CHANGED, Optional.empty()));
  }

  @Test
  void another_incoming_shift_before_the_boundary_begins_anew() {
    Roster other = roster(EMEA, shift("APAC", "15:00", "+07:00", "kai"));
    assertThat(as(other, "14:40").of(EMMA, OFFERED))
        .isEqualTo(new Replace(CancelReason.ROSTER_CHANGED, Optional.of(change(other, "15:00"))));
  }

  @Test
  void who_is_back_on_duty_before_anybody_was_asked_keeps_it() {
    Roster back =
        roster(
            EMEA, shift("EMEA", "16:00", "19:00", "emma"), shift("AMER", "18:00", "23:00", "zoe"));
    Present waiting = present(change(back, "15:00"), HandoffStatus.WAITING_FOR_COVERAGE, null);
    assertThat(as(back, "15:59").of(EMMA, waiting)).isEqualTo(new Nothing());
    assertThat(as(back, "16:00").of(EMMA, waiting))
        .isEqualTo(new Replace(CancelReason.ROSTER_CHANGED, Optional.empty()));
  }

  @Test
  void who_came_back_hands_over_again_at_the_new_end_of_duty() {
    Roster again = roster(EMEA, AMER, APAC, shift("EMEA", "20:00", "22:00", "emma"));
    assertThat(as(again, "20:00").of(EMMA, OFFERED)).isEqualTo(new Nothing());
    Demand demand = as(again, "21:30").of(EMMA, OFFERED);
    assertThat(demand)
        .isEqualTo(new Replace(CancelReason.SUPERSEDED, Optional.of(change(again, "22:00"))));
  }

  @Test
  void a_shift_that_was_empty_when_its_lead_was_asked_is_offered_once_somebody_holds_it() {
    Shift empty = shift("AMER", "15:00", "23:00", null);
    ShiftChange change = change(roster(EMEA, empty, APAC), "15:00");
    Present alone = leadOnly(change, true);
    Present declined = leadOnly(change, false);

    assertThat(as(roster(EMEA, empty, APAC), "14:40").of(EMMA, alone)).isEqualTo(new Nothing());
    assertThat(as(SUN, "14:40").of(EMMA, alone)).isEqualTo(new Demand.Move(change(SUN, "15:00")));
    assertThat(as(SUN, "14:40").of(EMMA, declined)).isEqualTo(new Nothing());
  }

  private static Present leadOnly(ShiftChange change, boolean leadOnly) {
    Shift incoming = change.incoming();
    return new Present(
        change.id(),
        change.boundary(),
        HandoffStatus.ESCALATED_TO_LEAD,
        "leo",
        leadOnly,
        change.toRegion(),
        incoming.id(),
        incoming.start(),
        incoming.end());
  }
}
