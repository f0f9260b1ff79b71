package io.meridian.handoff.calendar.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Calendars;
import io.meridian.handoff.calendar.domain.RosterRules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedEditionTest {

  private static final Instant FROM = Instant.parse("2026-06-08T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-06-15T00:00:00Z");
  private static final Instant T1 = Instant.parse("2026-06-08T01:00:00Z");
  private static final Instant T2 = Instant.parse("2026-06-08T02:00:00Z");

  @Test
  void the_same_shifts_make_the_same_edition() {
    List<FeedEvent> first = edition(List.of(), Calendars.followTheSun().build(), T1);
    assertThat(first).hasSize(7).allMatch(event -> event.sequence() == 0);
    assertThat(edition(first, Calendars.followTheSun().build(), T2)).isEqualTo(first);
  }

  @Test
  void a_changed_shift_keeps_its_uid_and_its_sequence_grows() {
    List<FeedEvent> first = edition(List.of(), Calendars.followTheSun().build(), T1);
    Calendar cut =
        Calendars.followTheSun()
            .leave("tam-eva", "2026-06-10T12:00:00Z", "2026-06-11T00:00:00Z")
            .build();
    List<FeedEvent> second = edition(first, cut, T2);
    assertThat(second)
        .extracting(FeedEvent::uid)
        .containsExactlyElementsOf(first.stream().map(FeedEvent::uid).toList());
    FeedEvent changed = second.get(2);
    assertThat(changed.end()).isEqualTo(Instant.parse("2026-06-10T12:00:00Z"));
    assertThat(changed.sequence()).isEqualTo(1);
    assertThat(changed.changedAt()).isEqualTo(T2);
    List<FeedEvent> third = edition(second, Calendars.followTheSun().build(), T2.plusSeconds(60));
    assertThat(third.get(2).sequence()).isEqualTo(2);
    assertThat(third.get(3)).isEqualTo(first.get(3));
  }

  @Test
  void a_shift_that_is_none_any_more_is_cancelled_for_a_while_and_may_come_back() {
    List<FeedEvent> first = edition(List.of(), Calendars.followTheSun().build(), T1);
    Calendar away =
        Calendars.followTheSun()
            .leave("tam-eva", "2026-06-10T00:00:00Z", "2026-06-11T00:00:00Z")
            .build();
    List<FeedEvent> second = edition(first, away, T2);
    FeedEvent gone = second.get(2);
    assertThat(gone.isCancelled()).isTrue();
    assertThat(gone.sequence()).isEqualTo(1);
    assertThat(edition(second, away, T2.plusSeconds(60))).isEqualTo(second);
    assertThat(edition(second, away, T2.plus(FeedEdition.CANCELLED_FOR))).doesNotContain(gone);
    FeedEvent back = edition(second, Calendars.followTheSun().build(), T2.plusSeconds(60)).get(2);
    assertThat(back.isCancelled()).isFalse();
    assertThat(back.sequence()).isEqualTo(2);
    assertThat(back.uid()).isEqualTo(gone.uid());
  }

  @Test
  void what_is_over_leaves_without_a_word() {
    List<FeedEvent> first = edition(List.of(), Calendars.followTheSun().build(), T1);
    List<FeedEvent> later =
        FeedEdition.next(first, List.of(), Instant.parse("2026-06-14T00:00:00Z"), T2);
    assertThat(later).hasSize(1).allMatch(FeedEvent::isCancelled);
  }

  @Test
  void a_region_shows_its_empty_shifts_and_a_shadow_is_not_busy() {
    Calendar empty =
        Calendars.followTheSun()
            .leave("tam-eva", FROM.toString(), TO.toString())
            .leave("tam-tom", FROM.toString(), TO.toString())
            .build();
    List<FeedEvent> events =
        new FeedWords(new FeedScope.OfRegion("EMEA"), name -> name)
            .events(RosterRules.of(empty).shifts(FROM, TO), T1);
    assertThat(events).hasSize(7).allMatch(event -> event.summary().equals("EMEA: nobody"));
  }

  private static List<FeedEvent> edition(List<FeedEvent> told, Calendar calendar, Instant at) {
    List<FeedEvent> now =
        new FeedWords(new FeedScope.OfTam("tam-eva"), name -> name)
            .events(RosterRules.of(calendar).shifts(FROM, TO), at);
    return FeedEdition.next(told, now, FROM, at);
  }
}
