package io.meridian.escalation.escalation.domain;

import static io.meridian.events.ServiceHours.FOLLOW_THE_SUN;
import static io.meridian.events.ServiceHours.HOME_REGION;
import static io.meridian.events.Severity.SEV1;
import static io.meridian.events.Severity.SEV2;
import static io.meridian.events.Severity.SEV3;
import static io.meridian.events.Severity.SEV4;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.escalation.customer.domain.ServiceTerms;
import io.meridian.escalation.customer.domain.TermsByCustomer;
import io.meridian.escalation.escalation.domain.Decision.Accepted;
import io.meridian.events.EscalationEvent;
import io.meridian.events.EscalationEvent.ServiceHoursChanged;
import io.meridian.events.EscalationStatus;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import io.meridian.events.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows the sun, what has a home, and when what is resolved closes by itself. */
class ServiceHoursTest {
  private static final Instant T0 = Instant.parse("2026-03-08T07:00:00Z");
  private static final Instant LATER = T0.plusSeconds(60);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final String KAI = "tam-kai";

  /** Of EMEA, without anything bought. */
  private static final UUID ACME = new UUID(0, 1);

  /** Of AMER; buys all hours for SEV3. */
  private static final UUID BIG = new UUID(0, 2);

  private static final UUID STRANGER = new UUID(0, 3);

  private static final TermsByCustomer TERMS =
      new TermsByCustomer(
          Map.of(
              ACME,
              new ServiceTerms("EMEA", Tier.STANDARD, Map.of(), WEEK),
              BIG,
              new ServiceTerms(
                  "AMER", Tier.PLATINUM, Map.of(SEV3, FOLLOW_THE_SUN), Duration.ofHours(36))),
          ServiceTerms.ofNobody(WEEK));

  private static Escalation opened(Severity severity, @Nullable UUID customer) {
    Content content = new Content("DNS down", "", severity, customer, List.of());
    return Escalation.open(new UUID(0, 9), 1042, content, null, KAI, TERMS.of(customer), T0)
        .after();
  }

  private static Accepted step(Escalation before, Command command, Instant now) {
    return (Accepted) before.decide(command, TERMS, now);
  }

  private static Escalation after(Escalation before, Command... commands) {
    Escalation escalation = before;
    for (Command command : commands) {
      escalation = step(escalation, command, LATER).after();
    }
    return escalation;
  }

  private static Command severity(Severity to) {
    return new Command.ChangeSeverity(KAI, to, null);
  }

  private static Command act(ServiceHours to, @Nullable String region) {
    return new Command.SetServiceHours(KAI, to, region, "the customer asks for it");
  }

  private static Command customer(@Nullable UUID customer) {
    return new Command.Update(KAI, null, null, Optional.ofNullable(customer), null);
  }

  @ParameterizedTest
  @CsvSource({
    "SEV1,FOLLOW_THE_SUN",
    "SEV2,FOLLOW_THE_SUN",
    "SEV3,HOME_REGION",
    "SEV4,HOME_REGION",
  })
  void severities_one_and_two_follow_the_sun_the_others_live_where_their_customer_does(
      Severity severity, ServiceHours hours) {
    var state = opened(severity, ACME).state();

    assertThat(state.serviceHours()).isEqualTo(hours);
    assertThat(state.homeRegion()).isEqualTo("EMEA");
  }

  @Test
  void a_tier_may_buy_other_hours_for_a_severity() {
    assertThat(opened(SEV3, BIG).regime()).isEqualTo(new Regime(FOLLOW_THE_SUN, "AMER", false));
    assertThat(opened(SEV4, BIG).regime()).isEqualTo(new Regime(HOME_REGION, "AMER", false));
  }

  @Test
  void without_a_customer_or_with_one_nobody_has_told_of_it_has_no_home_yet() {
    assertThat(opened(SEV3, null).regime()).isEqualTo(new Regime(HOME_REGION, null, false));
    assertThat(opened(SEV3, STRANGER).regime()).isEqualTo(new Regime(HOME_REGION, null, false));
  }

  @Test
  void an_act_is_a_fact_with_its_reason_and_what_was_before() {
    Accepted act = step(opened(SEV3, ACME), act(FOLLOW_THE_SUN, "AMER"), LATER);

    assertThat(act.events())
        .containsExactly(
            new ServiceHoursChanged(
                KAI, HOME_REGION, "EMEA", "the customer asks for it", act.after().state()));
    assertThat(act.after().regime()).isEqualTo(new Regime(FOLLOW_THE_SUN, "AMER", true));
    TimelineEntry entry = TimelineEntry.of(act.events().getFirst());
    assertThat(entry.kind()).isEqualTo(TimelineEntry.Kind.SERVICE_HOURS_CHANGED);
    assertThat(entry.from()).isEqualTo("HOME_REGION EMEA");
    assertThat(entry.to()).isEqualTo("FOLLOW_THE_SUN AMER");
  }

  @Test
  void an_act_without_a_region_leaves_it_where_it_lives() {
    assertThat(after(opened(SEV3, ACME), act(FOLLOW_THE_SUN, null)).regime().homeRegion())
        .isEqualTo("EMEA");
  }

  @Test
  void the_same_act_again_is_the_acceptance_of_nothing() {
    Escalation acted = after(opened(SEV3, ACME), act(FOLLOW_THE_SUN, "EMEA"));

    assertThat(step(acted, act(FOLLOW_THE_SUN, "EMEA"), LATER)).isEqualTo(Accepted.nothing(acted));
    assertThat(step(acted, act(FOLLOW_THE_SUN, null), LATER)).isEqualTo(Accepted.nothing(acted));
  }

  @Test
  void an_act_that_says_what_is_so_already_makes_it_stay_so() {
    Escalation acted = after(opened(SEV3, BIG), act(FOLLOW_THE_SUN, null));

    assertThat(acted.regime().set()).isTrue();
    assertThat(after(acted, severity(SEV4)).regime().serviceHours()).isEqualTo(FOLLOW_THE_SUN);
  }

  @Test
  void rising_to_severity_one_or_two_makes_it_follow_the_sun_as_a_second_fact_of_that_instant() {
    Accepted raised = step(opened(SEV3, ACME), severity(SEV1), LATER);

    assertThat(raised.events())
        .hasExactlyElementsOfTypes(
            EscalationEvent.SeverityChanged.class, ServiceHoursChanged.class);
    assertThat(raised.events()).extracting(EscalationEvent::time).containsOnly(LATER);
    assertThat(raised.events()).extracting(EscalationEvent::sequence).containsExactly(2L, 3L);
    assertThat(raised.events().getFirst().escalation().serviceHours()).isEqualTo(HOME_REGION);
    assertThat(raised.events().getLast())
        .isEqualTo(
            new ServiceHoursChanged(
                KAI, HOME_REGION, "EMEA", "severity rose to SEV1", raised.after().state()));
  }

  @Test
  void a_rise_forgets_an_act_that_kept_it_at_home() {
    Escalation kept = after(opened(SEV2, ACME), act(HOME_REGION, null));

    Escalation raised = after(kept, severity(SEV1));

    assertThat(raised.regime()).isEqualTo(new Regime(FOLLOW_THE_SUN, "EMEA", false));
    assertThat(after(raised, severity(SEV4)).regime().serviceHours()).isEqualTo(HOME_REGION);
  }

  @Test
  void falling_gives_back_what_the_new_severity_and_tier_have() {
    Accepted home = step(opened(SEV1, ACME), severity(SEV3), LATER);
    Accepted bought = step(opened(SEV4, BIG), severity(SEV3), LATER);
    Accepted stays = step(opened(SEV1, BIG), severity(SEV3), LATER);

    assertThat(reason(home)).isEqualTo("severity fell to SEV3");
    assertThat(home.after().regime().serviceHours()).isEqualTo(HOME_REGION);
    assertThat(reason(bought)).isEqualTo("tier PLATINUM buys it");
    assertThat(bought.after().regime().serviceHours()).isEqualTo(FOLLOW_THE_SUN);
    assertThat(stays.events()).hasExactlyElementsOfTypes(EscalationEvent.SeverityChanged.class);
  }

  private static @Nullable String reason(Accepted accepted) {
    return ((ServiceHoursChanged) accepted.events().getLast()).reason();
  }

  @Test
  void falling_leaves_what_an_act_has_set() {
    Escalation acted = after(opened(SEV2, ACME), act(FOLLOW_THE_SUN, null));

    assertThat(after(acted, severity(SEV4)).regime())
        .isEqualTo(new Regime(FOLLOW_THE_SUN, "EMEA", true));
  }

  @Test
  void another_customer_brings_their_home_and_the_hours_of_their_tier() {
    Accepted moved = step(opened(SEV3, ACME), customer(BIG), LATER);

    assertThat(moved.events())
        .hasExactlyElementsOfTypes(EscalationEvent.Updated.class, ServiceHoursChanged.class);
    assertThat(reason(moved)).isEqualTo("another customer");
    assertThat(moved.after().regime()).isEqualTo(new Regime(FOLLOW_THE_SUN, "AMER", false));
  }

  @Test
  void another_customer_brings_their_home_but_not_their_hours_to_what_an_act_has_set() {
    Escalation acted = after(opened(SEV3, ACME), act(HOME_REGION, "APAC"));

    assertThat(after(acted, customer(BIG)).regime())
        .isEqualTo(new Regime(HOME_REGION, "AMER", true));
  }

  @Test
  void without_its_customer_it_lives_where_it_lived_and_nothing_is_bought() {
    Escalation left = after(opened(SEV3, BIG), customer(null));

    assertThat(left.regime()).isEqualTo(new Regime(HOME_REGION, "AMER", false));
  }

  @Test
  void a_change_of_anything_else_asks_for_no_terms_anew() {
    var edited =
        new TermsByCustomer(
            Map.of(ACME, new ServiceTerms("APAC", Tier.PLATINUM, Map.of(), WEEK)),
            ServiceTerms.ofNobody(WEEK));
    var rename = new Command.Update(KAI, "DNS is down", null, Optional.of(ACME), null);

    var renamed = (Accepted) opened(SEV3, ACME).decide(rename, edited, LATER);

    assertThat(renamed.after().regime()).isEqualTo(new Regime(HOME_REGION, "EMEA", false));
  }

  @Test
  void what_is_resolved_closes_after_a_week_or_as_the_tier_has_it() {
    var resolve = new Command.Resolve(KAI, null);

    assertThat(after(opened(SEV3, ACME), resolve).lifecycle().closesAt())
        .isEqualTo(LATER.plus(WEEK));
    assertThat(after(opened(SEV3, BIG), resolve).lifecycle().closesAt())
        .isEqualTo(LATER.plus(Duration.ofHours(36)));
  }

  @ParameterizedTest
  @CsvSource({"1, resolved for 7 days", "2, resolved for 36 hours"})
  void what_is_due_is_closed_by_the_house_with_how_long_it_was_resolved(
      long customer, String reason) {
    Escalation resolved =
        after(opened(SEV3, new UUID(0, customer)), new Command.Resolve(KAI, null));
    Instant due = resolved.lifecycle().closesAt();
    var close = new Command.CloseWhenDue("escalation-service");

    Accepted late = step(resolved, close, due.plusSeconds(5));

    assertThat(step(resolved, close, due.minusMillis(1)).events()).isEmpty();
    assertThat(step(resolved, close, due).after().status()).isEqualTo(EscalationStatus.CLOSED);
    assertThat(late.events())
        .containsExactly(
            new EscalationEvent.Closed("escalation-service", reason, late.after().state()));
    assertThat(late.after().state().closedAt()).isEqualTo(due.plusSeconds(5));
    assertThat(late.after().lifecycle().closesAt()).isNull();
  }

  @Test
  void what_was_reopened_does_not_close_by_itself() {
    Escalation reopened =
        after(opened(SEV3, ACME), new Command.Resolve(KAI, null), new Command.Reopen(KAI, null));

    assertThat(reopened.lifecycle().closesAt()).isNull();
    assertThat(
            step(reopened, new Command.CloseWhenDue("escalation-service"), T0.plus(WEEK.plus(WEEK)))
                .events())
        .isEmpty();
  }
}
