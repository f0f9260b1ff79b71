package io.meridian.escalation.accountability.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.AccountabilityEvent;
import io.meridian.events.AccountabilityState;
import io.meridian.events.Person;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldingTest {
  private static final Instant T0 = Instant.parse("2026-03-08T07:00:00Z");
  private static final UUID ID = new UUID(0, 1);
  private static final Person KAI = new Person("tam-kai", "Kai");
  private static final Person ADA = new Person("tam-ada", "Ada");
  private static final Person LEE = new Person("tam-lee", "Lee");

  private static Instant at(int minute) {
    return T0.plusSeconds(60L * minute);
  }

  /** An acceptance at {@code now} that takes effect at {@code start}. */
  private static AccountabilityEvent passed(Person to, int start, int now, long revision) {
    return new AccountabilityEvent.Transferred(KAI, state(to, start, null, now, revision));
  }

  private static AccountabilityState state(
      Person tam, int start, Integer end, int now, long revision) {
    return new AccountabilityState(
        ID,
        T0,
        tam,
        "EMEA",
        at(start),
        end == null ? null : at(end),
        AccountabilityBasis.HANDOFF,
        null,
        null,
        revision,
        at(now));
  }

  private static Holding assigned() {
    return Holding.after(null, new AccountabilityEvent.Assigned(state(KAI, 0, null, 0, 1)));
  }

  @Test
  void before_an_acceptance_takes_effect_the_one_before_stands_in() {
    Holding ahead = Holding.after(assigned(), passed(ADA, 30, 5, 2));

    assertThat(ahead.accountable().id()).isEqualTo("tam-ada");
    assertThat(ahead.before().id()).isEqualTo("tam-kai");
  }

  @Test
  void an_acceptance_that_replaces_one_ahead_keeps_who_stands_in() {
    Holding ahead = Holding.after(assigned(), passed(ADA, 30, 5, 2));

    Holding replaced = Holding.after(ahead, passed(LEE, 30, 10, 3));

    assertThat(replaced.accountable().id()).isEqualTo("tam-lee");
    assertThat(replaced.before().id()).isEqualTo("tam-kai");
  }

  @Test
  void a_late_event_changes_nothing() {
    Holding known = Holding.after(assigned(), passed(ADA, 5, 5, 3));

    assertThat(Holding.after(known, passed(LEE, 2, 2, 2))).isSameAs(known);
    assertThat(Holding.after(known, passed(LEE, 2, 2, 3))).isSameAs(known);
  }

  @Test
  void after_the_end_nobody_is_before_the_next_span() {
    Holding ended =
        Holding.after(assigned(), new AccountabilityEvent.Ended(state(KAI, 0, 20, 20, 2)));

    Holding again =
        Holding.after(ended, new AccountabilityEvent.Assigned(state(ADA, 40, null, 40, 3)));

    assertThat(ended.endsAt()).isEqualTo(at(20));
    assertThat(again.endsAt()).isNull();
    assertThat(again.before()).isNull();
  }
}
