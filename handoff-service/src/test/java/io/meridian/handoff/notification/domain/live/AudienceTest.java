package io.meridian.handoff.notification.domain.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.AccountabilityState;
import io.meridian.events.CalendarEvent;
import io.meridian.events.CalendarState;
import io.meridian.events.EffectEvent;
import io.meridian.events.GapCause;
import io.meridian.events.GapEvent;
import io.meridian.events.GapState;
import io.meridian.events.Person;
import io.meridian.events.Severity;
import io.meridian.events.ShiftEvent;
import io.meridian.events.ShiftState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AudienceTest {
  private static final Instant BOUNDARY = Instant.parse("2026-03-09T15:00:00Z");
  private static final Person EMMA = new Person("emma", "Emma");
  private static final Person ZOE = new Person("zoe", "Zoe");
  private static final Person NIA = new Person("nia", "Nia");

  private static Audience tam(String id) {
    return new Audience(id, Set.of(), false);
  }

  private final Audience lead = new Audience("leo", Set.of("AMER"), false);
  private final Audience manager = new Audience("boss", Set.of(), true);

  @Test
  void of_several_gaps_one_hears_those_that_they_were_asked_to_end() {
    GapState mine = gap(ZOE);
    GapEvent both = new GapEvent.Opened(List.of(mine, gap(NIA)));
    assertThat(tam("zoe").part(both)).contains(new GapEvent.Opened(List.of(mine)));
    assertThat(tam("emma").part(both)).contains(both);
    assertThat(lead.part(both)).contains(both);
    assertThat(tam("kai").part(both)).isEmpty();
  }

  @Test
  void a_shift_is_heard_by_whoever_holds_it_or_shadows_and_by_the_lead_of_its_region() {
    var started = new ShiftEvent.Started(shift());
    assertThat(tam("zoe").part(started)).contains(started);
    assertThat(tam("nia").part(started)).contains(started);
    assertThat(lead.part(started)).contains(started);
    assertThat(manager.part(started)).contains(started);
    assertThat(tam("emma").part(started)).isEmpty();
    assertThat(new Audience("eva", Set.of("EMEA"), false).part(started)).isEmpty();
  }

  @Test
  void what_takes_effect_is_heard_by_who_is_accountable_now_and_who_was() {
    var effect = new EffectEvent.TookEffect(EMMA, accountability());
    assertThat(tam("zoe").part(effect)).contains(effect);
    assertThat(tam("emma").part(effect)).contains(effect);
    assertThat(tam("nia").part(effect)).isEmpty();
  }

  @Test
  void the_calendar_is_no_news_of_anybodys_shift() {
    var applied =
        new CalendarEvent.Applied(
            "boss", new CalendarState(List.of(), List.of(), 1, Instant.EPOCH));
    assertThat(manager.part(applied)).isEmpty();
  }

  private static GapState gap(Person asked) {
    return new GapState(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "ESC-1042",
        null,
        Severity.SEV1,
        BOUNDARY,
        null,
        GapCause.UNACCEPTED_HANDOFF,
        "EMEA",
        "AMER",
        EMMA,
        asked,
        BOUNDARY.minusSeconds(1_800),
        null,
        1,
        BOUNDARY);
  }

  private static ShiftState shift() {
    return new ShiftState(
        UUID.randomUUID(),
        "AMER",
        BOUNDARY,
        BOUNDARY.plusSeconds(28_800),
        BOUNDARY,
        BOUNDARY.plusSeconds(28_800),
        "America/New_York",
        ZOE,
        null,
        List.of(NIA),
        "amer-day",
        null,
        null,
        1,
        BOUNDARY);
  }

  private static AccountabilityState accountability() {
    return new AccountabilityState(
        UUID.randomUUID(),
        BOUNDARY.minusSeconds(3_600),
        ZOE,
        "AMER",
        BOUNDARY,
        null,
        AccountabilityBasis.HANDOFF,
        null,
        UUID.randomUUID(),
        2,
        BOUNDARY);
  }
}
