package io.meridian.handoff.duty.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.AccountabilityBasis;
import io.meridian.events.Severity;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Region;
import io.meridian.handoff.calendar.domain.Shift;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.duty.domain.Roster;
import io.meridian.handoff.duty.domain.routing.Opening.Customer;
import io.meridian.handoff.duty.domain.shiftchange.ShiftChanges;
import io.meridian.handoff.duty.domain.shiftchange.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final Instant NOON = Instant.parse("2026-03-07T12:00:00Z");

  private final List<Shift> shifts = new ArrayList<>();
  private final Map<String, Load> loads = new HashMap<>();
  private List<String> regions = List.of("EMEA", "AMER", "APAC");

  @Test
  void the_customers_assigned_tam_takes_it_when_on_duty() {
    shift("EMEA", 8, 16, "eva", "emil");
    loads.put("emil", new Load(9, 0));

    assertThat(assign(customer(Map.of("EMEA", "emil")))).isEqualTo("emil");
  }

  @Test
  void an_assigned_tam_of_a_region_off_duty_is_passed_over() {
    shift("EMEA", 8, 16, "eva", null);
    shift("AMER", 16, 24, "ann", null);

    assertThat(assign(customer(Map.of("AMER", "ann")))).isEqualTo("eva");
  }

  @Test
  void an_assigned_tam_with_ten_open_is_full() {
    shift("EMEA", 8, 16, "eva", "emil");
    loads.put("emil", new Load(10, 0));

    assertThat(assign(customer(Map.of("EMEA", "emil")))).isEqualTo("eva");
  }

  @Test
  void an_assigned_tam_with_a_sev1_gets_no_second_one_but_still_a_sev2() {
    shift("EMEA", 8, 16, "eva", "emil");
    loads.put("emil", new Load(1, 1));
    Customer customer = customer(Map.of("EMEA", "emil"));

    assertThat(assign(Severity.SEV1, List.of(), customer)).isEqualTo("eva");
    assertThat(assign(Severity.SEV2, List.of(), customer)).isEqualTo("emil");
  }

  @Test
  void the_least_loaded_primary_takes_it() {
    shift("EMEA", 8, 16, "eva", "emil");
    shift("EMEA", 10, 18, "erik", null);
    loads.put("eva", new Load(3, 0));
    loads.put("erik", new Load(2, 0));

    assertThat(assign(null)).isEqualTo("erik");
  }

  @Test
  void a_tag_that_is_a_skill_asks_for_somebody_who_has_it() {
    shift("EMEA", 8, 16, "dns-dora", null);
    shift("EMEA", 8, 16, "eva", null);
    loads.put("dns-dora", new Load(5, 0));

    assertThat(assign(Severity.SEV2, List.of("dns", "vip"), null)).isEqualTo("dns-dora");
  }

  @Test
  void the_customers_language_counts() {
    shift("EMEA", 8, 16, "french-fleur", null);
    shift("EMEA", 8, 16, "eva", null);
    loads.put("french-fleur", new Load(5, 0));

    assertThat(assign(new Customer("EMEA", "fr", Map.of()))).isEqualTo("french-fleur");
  }

  @Test
  void any_primary_takes_it_when_nobody_fits() {
    shift("EMEA", 8, 16, "eva", null);

    assertThat(assign(new Customer("EMEA", "fr", Map.of()))).isEqualTo("eva");
  }

  @Test
  void a_full_primary_still_takes_it_when_nobody_else_is_there() {
    shift("EMEA", 8, 16, "eva", null);
    loads.put("eva", new Load(40, 3));

    assertThat(assign(Severity.SEV1, List.of(), null)).isEqualTo("eva");
  }

  @Test
  void a_secondary_takes_it_when_there_is_no_primary() {
    shift("EMEA", 8, 16, null, "emil");

    assertThat(assign(null)).isEqualTo("emil");
  }

  @Test
  void opened_while_two_regions_overlap_it_goes_to_the_incoming_one() {
    shift("EMEA", 5, 13, "eva", null);
    shift("AMER", 12, 20, "ann", null);
    loads.put("ann", new Load(9, 0));

    assertThat(assign(customer(Map.of("EMEA", "eva")))).isEqualTo("ann");
  }

  @Test
  void nobody_on_duty_leaves_it_to_the_lead_of_the_region_that_starts_next() {
    shift("EMEA", 3, 11, "eva", null);
    shift("APAC", 22, 30, "kai", null);
    shift("AMER", 14, 22, "ann", null);

    Assignment assignment = routing().assign(opening(Severity.SEV2, List.of(), null)).orElseThrow();

    assertThat(assignment.tam()).isEqualTo("lead-AMER");
    assertThat(assignment.region()).isEqualTo("AMER");
    assertThat(assignment.basis()).isEqualTo(AccountabilityBasis.LEAD);
  }

  @Test
  void with_no_shift_to_come_the_lead_of_the_customers_home_region_takes_it() {
    assertThat(assign(new Customer("APAC", null, Map.of()))).isEqualTo("lead-APAC");
  }

  @Test
  void without_regions_nobody_can_take_it() {
    regions = List.of();

    assertThat(routing().assign(opening(Severity.SEV2, List.of(), null))).isEmpty();
  }

  @Test
  void a_run_of_openings_is_spread_evenly() {
    shift("EMEA", 8, 16, "eva", null);
    shift("EMEA", 8, 16, "erik", null);
    Routing routing = routing();
    Map<String, Integer> taken = new HashMap<>();

    for (int i = 0; i < 8; i++) {
      Opening opening = opening(Severity.SEV3, List.of(), null);
      taken.merge(routing.assign(opening).orElseThrow().tam(), 1, Integer::sum);
    }

    assertThat(taken).isEqualTo(Map.of("eva", 4, "erik", 4));
  }

  private String assign(@Nullable Customer customer) {
    return assign(Severity.SEV2, List.of(), customer);
  }

  private String assign(Severity severity, List<String> tags, @Nullable Customer customer) {
    return routing().assign(opening(severity, tags, customer)).orElseThrow().tam();
  }

  private Routing routing() {
    Roster roster = Roster.of(shifts);
    return new Routing(calendar(), roster, new ShiftChanges(roster, Terms.DEFAULT), loads);
  }

  private static Opening opening(
      Severity severity, List<String> tags, @Nullable Customer customer) {
    return new Opening(NOON, severity, tags, customer);
  }

  private static Customer customer(Map<String, String> assignments) {
    return new Customer("EMEA", null, assignments);
  }

  /** A shift on the day of NOON; hours of the day in UTC. */
  private void shift(
      String region, int from, int to, @Nullable String primary, @Nullable String secondary) {
    Instant day = Instant.parse("2026-03-07T00:00:00Z");
    Instant start = day.plusSeconds(from * 3600L);
    Instant end = day.plusSeconds(to * 3600L);
    UUID id = UUID.nameUUIDFromBytes((region + start + primary).getBytes(StandardCharsets.UTF_8));
    shifts.add(
        new Shift(
            id,
            region,
            start,
            end,
            start,
            end,
            ZoneOffset.UTC,
            primary,
            secondary,
            List.of(),
            region,
            null,
            null));
  }

  private Calendar calendar() {
    return new Calendar(
        regions.stream().map(r -> new Region(r, r, ZoneOffset.UTC, null, "lead-" + r)).toList(),
        List.of(
            tam("dns-dora", List.of("dns"), List.of("en")),
            tam("french-fleur", List.of(), List.of("en", "fr")),
            tam("eva", List.of(), List.of("en")),
            tam("erik", List.of(), List.of("en"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Tam tam(String id, List<String> skills, List<String> languages) {
    return new Tam(id, id, null, "EMEA", ZoneOffset.UTC, Tam.Status.ACTIVE, skills, languages);
  }
}
