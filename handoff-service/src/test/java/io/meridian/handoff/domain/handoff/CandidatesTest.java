package io.meridian.handoff.domain.handoff;

import static io.meridian.handoff.domain.duty.OnCall.at;
import static io.meridian.handoff.domain.duty.OnCall.roster;
import static io.meridian.handoff.domain.duty.OnCall.shift;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.domain.calendar.Shift;
import java.util.Set;
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
  void the_primary_is_asked_first_then_the_secondary_then_others_on_duty_in_the_region() {
    assertThat(CANDIDATES.first(null, Set.of()::contains)).contains("zoe");
    assertThat(CANDIDATES.first(null, Set.of("zoe")::contains)).contains("adam");
    assertThat(CANDIDATES.first(null, Set.of("zoe", "adam")::contains)).contains("ivy");
    assertThat(CANDIDATES.first(null, Set.of("zoe", "adam", "ivy")::contains)).isEmpty();
  }

  @Test
  void the_customer_s_tam_goes_first_when_on_the_incoming_shift() {
    assertThat(CANDIDATES.first("adam", Set.of()::contains)).contains("adam");
    assertThat(CANDIDATES.first("ivy", Set.of()::contains)).contains("zoe");
    assertThat(CANDIDATES.first("adam", Set.of("adam")::contains)).contains("zoe");
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
    assertThat(none.first(null, Set.of()::contains)).isEmpty();
  }
}
