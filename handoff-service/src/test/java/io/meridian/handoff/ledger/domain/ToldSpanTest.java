package io.meridian.handoff.ledger.domain;

import static io.meridian.handoff.duty.domain.OnCall.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.AccountabilityBasis;
import io.meridian.handoff.ledger.domain.AccountabilityFact.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToldSpanTest {
  private final List<AccountabilityFact> facts = new ArrayList<>();
  private Instant opened = at("09:00");

  private void fact(Kind kind, String tam, String start, String at) {
    fact(kind, tam, start, null, at);
  }

  private void fact(Kind kind, String tam, String start, @Nullable String holdUntil, String at) {
    facts.add(
        new AccountabilityFact(
            new UUID(1, 1),
            facts.size() + 1,
            kind,
            opened,
            tam,
            "EMEA",
            at(start),
            kind == Kind.ENDED ? at(at) : null,
            AccountabilityBasis.HANDOFF,
            holdUntil == null ? null : at(holdUntil),
            null,
            null,
            at(at)));
  }

  private ToldSpan told() {
    return ToldSpan.of(facts.reversed()).get(at("09:00"));
  }

  private static String said(Accountability one) {
    return one.tam() + " " + one.start() + " " + one.end();
  }

  @Test
  void the_newest_decision_counts_from_its_start_on() {
    fact(Kind.ASSIGNED, "emma", "09:00", "09:00");
    fact(Kind.TRANSFERRED, "zoe", "15:00", "14:40");
    fact(Kind.TRANSFERRED, "noah", "14:50", "14:50");
    assertThat(told().intervals())
        .extracting(ToldSpanTest::said)
        .containsExactly(
            "emma " + at("09:00") + " " + at("14:50"), "noah " + at("14:50") + " null");
    assertThat(told().closed()).isNull();
  }

  @Test
  void the_end_takes_out_what_was_to_come_and_cuts_holds() {
    fact(Kind.ASSIGNED, "emma", "09:00", "09:00");
    fact(Kind.HELD, "emma", "09:00", "16:00", "10:00");
    fact(Kind.TRANSFERRED, "lead", "15:00", "23:00", "14:40");
    fact(Kind.ENDED, "emma", "09:00", "14:45");
    assertThat(told().intervals())
        .extracting(ToldSpanTest::said)
        .containsExactly("emma " + at("09:00") + " " + at("14:45"));
    assertThat(told().holds()).containsExactly(new Hold("emma", at("10:00"), at("14:45")));
    assertThat(told().closed()).isEqualTo(at("14:45"));
  }

  @Test
  void another_opening_is_a_span_of_its_own() {
    fact(Kind.ASSIGNED, "emma", "09:00", "09:00");
    fact(Kind.ENDED, "emma", "09:00", "10:00");
    opened = at("12:00");
    fact(Kind.ASSIGNED, "noah", "12:00", "12:00");
    SortedMap<Instant, ToldSpan> spans = ToldSpan.of(facts);
    assertThat(spans.keySet()).containsExactly(at("09:00"), at("12:00"));
    assertThat(spans.get(at("12:00")).intervals())
        .extracting(ToldSpanTest::said)
        .containsExactly("noah " + at("12:00") + " null");
  }

  @Test
  void holds_that_touch_or_overlap_are_one() {
    assertThat(
            Holds.merged(
                List.of(
                    new Hold("emma", at("10:00"), at("11:00")),
                    new Hold("zoe", at("10:30"), at("10:40")),
                    new Hold("emma", at("11:00"), at("12:00")),
                    new Hold("emma", at("11:30"), at("11:40")),
                    new Hold("emma", at("13:00"), at("14:00")))))
        .containsExactly(
            new Hold("emma", at("10:00"), at("12:00")),
            new Hold("emma", at("13:00"), at("14:00")),
            new Hold("zoe", at("10:30"), at("10:40")));
  }
}
