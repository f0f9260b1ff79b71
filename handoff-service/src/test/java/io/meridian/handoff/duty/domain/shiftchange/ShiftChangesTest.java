package io.meridian.handoff.duty.domain.shiftchange;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static io.meridian.handoff.duty.domain.OnCall.roster;
import static io.meridian.handoff.duty.domain.OnCall.shift;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.Interval;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.Roster;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShiftChangesTest {
  private static final Shift EMEA = shift("EMEA", "07:00", "15:00", "emma", "noah");
  private static final Shift AMER = shift("AMER", "15:00", "23:00", "zoe");
  private static final Shift APAC = shift("APAC", "23:00", "+07:00", "kai");

  private static Optional<ShiftChange> atEnd(Roster roster, String tam, String region, String end) {
    return new ShiftChanges(roster, Terms.DEFAULT).at(tam, region, at(end));
  }

  private static ShiftChange planned(Roster roster, String tam, String region, String end) {
    return atEnd(roster, tam, region, end).orElseThrow();
  }

  @Test
  void contiguous_shifts_hand_over_to_the_one_that_starts_at_the_boundary() {
    ShiftChange change = planned(roster(EMEA, AMER, APAC), "emma", "EMEA", "15:00");
    assertThat(change.incoming()).isEqualTo(AMER);
    assertThat(change.fromRegion()).isEqualTo("EMEA");
    assertThat(change.toRegion()).isEqualTo("AMER");
    assertThat(change.prepareAt()).isEqualTo(at("14:30"));
    assertThat(change.effectiveFrom()).isEqualTo(at("15:00"));
    assertThat(change.acceptBy()).isEqualTo(at("15:15"));
    assertThat(change.draftAt()).isEqualTo(at("14:30"));
  }

  @Test
  void overlapping_shifts_are_accepted_by_the_end_of_the_outgoing_one() {
    Shift early = shift("AMER", "14:00", "23:00", "zoe");
    ShiftChange change = planned(roster(EMEA, early), "emma", "EMEA", "15:00");
    assertThat(change.prepareAt()).isEqualTo(at("13:30"));
    assertThat(change.effectiveFrom()).isEqualTo(at("14:00"));
    assertThat(change.acceptBy()).isEqualTo(at("15:00"));
  }

  @Test
  void in_a_coverage_hole_the_next_shift_to_start_takes_over() {
    Shift late = shift("AMER", "17:00", "23:00", "zoe");
    ShiftChange change = planned(roster(EMEA, late), "emma", "EMEA", "15:00");
    assertThat(change.prepareAt()).isEqualTo(at("16:30"));
    assertThat(change.draftAt()).isEqualTo(at("15:00"));
    assertThat(change.acceptBy()).isEqualTo(at("17:15"));
  }

  @Test
  void of_several_that_cover_the_boundary_the_most_recently_started_takes_over() {
    Shift longOne = shift("EMEA", "09:00", "18:00", "liam");
    Shift recent = shift("AMER", "14:00", "23:00", "zoe");
    assertThat(planned(roster(EMEA, longOne, recent), "emma", "EMEA", "15:00").incoming())
        .isEqualTo(recent);
  }

  @Test
  void of_two_that_start_together_another_region_goes_first() {
    Shift home = shift("EMEA", "15:00", "23:00", "liam");
    assertThat(planned(roster(EMEA, home, AMER), "emma", "EMEA", "15:00").incoming())
        .isEqualTo(AMER);
    assertThat(planned(roster(EMEA, home, AMER), "emma", "AMER", "15:00").incoming())
        .isEqualTo(home);
  }

  @Test
  void a_shift_that_ran_before_the_outgoing_tam_came_is_offered_before_they_go() {
    Shift allDay = shift("AMER", "00:00", "23:00", "zoe");
    ShiftChange change = planned(roster(EMEA, allDay), "emma", "EMEA", "15:00");
    assertThat(change.prepareAt()).isEqualTo(at("14:30"));
    assertThat(change.effectiveFrom()).isEqualTo(at("00:00"));
    assertThat(change.acceptBy()).isEqualTo(at("15:00"));
  }

  @Test
  void a_held_shift_goes_before_an_empty_one_and_an_empty_one_before_the_next() {
    Shift empty = shift("AMER", "15:00", "23:00", null);
    Shift held = shift("EMEA", "12:00", "16:00", "liam");
    assertThat(planned(roster(EMEA, empty, held), "emma", "EMEA", "15:00").incoming())
        .isEqualTo(held);
    assertThat(planned(roster(EMEA, empty, APAC), "emma", "EMEA", "15:00").incoming())
        .isEqualTo(empty);
  }

  @Test
  void nobody_hands_over_to_themselves() {
    Shift own = shift("EMEA", "17:00", "18:00", "emma");
    assertThat(planned(roster(EMEA, own, APAC), "emma", "EMEA", "15:00").incoming())
        .isEqualTo(APAC);
    assertThat(atEnd(roster(EMEA, own), "emma", "EMEA", "15:00")).isEmpty();
  }

  @Test
  void primary_and_secondary_share_a_shift_change_and_the_id_depends_on_what_it_is_about() {
    Roster roster = roster(EMEA, AMER, APAC);
    ShiftChange emmas = planned(roster, "emma", "EMEA", "15:00");
    assertThat(planned(roster, "noah", "EMEA", "15:00").id()).isEqualTo(emmas.id());
    assertThat(planned(roster, "zoe", "AMER", "23:00").id()).isNotEqualTo(emmas.id());
    assertThat(planned(roster, "emma", "LATAM", "15:00").id()).isNotEqualTo(emmas.id());
  }

  private static ShiftChange current(Roster roster, Holder holder, String now) {
    return new ShiftChanges(roster, Terms.DEFAULT).current(holder, at(now)).orElseThrow();
  }

  private static Instant boundary(Roster roster, Holder holder, String now) {
    return current(roster, holder, now).boundary();
  }

  @Test
  void on_duty_the_current_shift_change_is_that_of_the_duty_s_end() {
    Holder emma = Holder.of("emma", "EMEA", at("08:00"));
    assertThat(boundary(roster(EMEA, AMER, APAC), emma, "09:00")).isEqualTo(at("15:00"));
  }

  @Test
  void off_duty_it_stays_until_the_incoming_shift_is_over_and_then_the_next_one_supersedes_it() {
    Holder emma = Holder.of("emma", "EMEA", at("08:00"));
    Roster roster = roster(EMEA, AMER, APAC);
    assertThat(boundary(roster, emma, "22:59")).isEqualTo(at("15:00"));
    ShiftChange next = current(roster, emma, "23:00");
    assertThat(next.boundary()).isEqualTo(at("23:00"));
    assertThat(next.incoming()).isEqualTo(APAC);
    assertThat(next.fromRegion()).isEqualTo("EMEA");
  }

  @Test
  void somebody_who_never_was_on_duty_is_outgoing_from_the_beginning() {
    Holder lead = Holder.of("lena", "AMER", at("15:20"));
    Shift late = shift("AMER", "17:00", "23:00", "zoe");
    ShiftChange change = current(roster(EMEA, late), lead, "15:20");
    assertThat(change.boundary()).isEqualTo(at("15:20"));
    assertThat(change.incoming()).isEqualTo(late);
  }

  @Test
  void a_lead_with_a_hold_goes_off_when_the_hold_ends() {
    Holder lead =
        new Holder("lena", "AMER", at("15:40"), List.of(new Interval(at("15:40"), at("23:00"))));
    ShiftChange change = current(roster(EMEA, AMER, APAC), lead, "16:00");
    assertThat(change.boundary()).isEqualTo(at("23:00"));
    assertThat(change.incoming()).isEqualTo(APAC);
    assertThat(change.prepareAt()).isEqualTo(at("22:30"));
  }

  @Test
  void a_hold_does_not_put_off_the_shift_change_of_a_duty() {
    Holder emma =
        new Holder("emma", "EMEA", at("08:00"), List.of(new Interval(at("14:00"), at("16:00"))));
    Roster roster = roster(EMEA, AMER, APAC);
    assertThat(boundary(roster, emma, "14:30")).isEqualTo(at("15:00"));
    assertThat(boundary(roster, emma, "15:30")).isEqualTo(at("15:00"));
    assertThat(boundary(roster, emma, "16:30")).isEqualTo(at("15:00"));
  }

  @Test
  void an_acceptance_that_takes_effect_later_counts_from_then() {
    Holder zoe = Holder.of("zoe", "AMER", at("15:00"));
    assertThat(boundary(roster(EMEA, AMER, APAC), zoe, "14:40")).isEqualTo(at("23:00"));
  }

  @Test
  void the_next_preparation_is_the_first_offer_to_come() {
    ShiftChanges changes = new ShiftChanges(roster(EMEA, AMER, APAC), Terms.DEFAULT);
    assertThat(changes.nextPreparation(at("00:00"))).hasValue(at("14:30"));
    assertThat(changes.nextPreparation(at("14:30"))).hasValue(at("22:30"));
    assertThat(changes.nextPreparation(at("22:30"))).isEmpty();
  }
}
