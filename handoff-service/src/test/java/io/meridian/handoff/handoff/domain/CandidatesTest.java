package io.meridian.handoff.handoff.domain;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static io.meridian.handoff.duty.domain.OnCall.roster;
import static io.meridian.handoff.duty.domain.OnCall.shift;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.duty.domain.routing.OfferRouting;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final Shift INCOMING = shift("AMER", "15:00", "23:00", "zoe", "adam");
  private static final Candidates CANDIDATES =
      Candidates.of(
          INCOMING,
          roster(
              INCOMING,
              shift("AMER", "12:00", "20:00", "ivy"),
              shift("EMEA", "07:00", "16:00", "emma")),
          at("14:30"));

  @Test
  void the_incoming_shift_s_primary_comes_before_its_secondary_and_others_in_the_region_last() {
    assertThat(CANDIDATES.all())
        .extracting(OfferRouting.Candidate::tam)
        .containsExactly("zoe", "adam", "ivy");
    assertThat(CANDIDATES.all())
        .extracting(OfferRouting.Candidate::primary)
        .containsExactly(true, false, true);
    assertThat(CANDIDATES.anyBut("zoe")).isTrue();
  }

  @Test
  void people_of_other_regions_are_no_candidates() {
    assertThat(CANDIDATES.contains("emma")).isFalse();
    assertThat(CANDIDATES.contains("ivy")).isTrue();
  }

  @Test
  void others_count_while_they_are_on_duty() {
    Candidates later =
        Candidates.of(
            INCOMING, roster(INCOMING, shift("AMER", "12:00", "20:00", "ivy")), at("20:00"));
    assertThat(later.contains("ivy")).isFalse();
    assertThat(later.contains("zoe")).isTrue();
  }

  @Test
  void an_empty_shift_has_no_candidates() {
    Shift empty = shift("AMER", "15:00", "23:00", null);
    Candidates none =
        Candidates.of(empty, roster(empty, shift("AMER", "12:00", "20:00", "ivy")), at("14:30"));
    assertThat(none.all()).isEmpty();
  }
}
