package io.meridian.local.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class WorldTest {

  private final World world = World.ofTheHouse();

  @Test
  void it_has_three_regions_twelve_tams_and_ten_customers() {
    assertThat(world.calendar().path("regions")).hasSize(3);
    assertThat(world.tams()).hasSize(12).doesNotHaveDuplicates();
    assertThat(world.customers()).hasSize(10);
  }

  @Test
  void its_shifts_are_fts_a() {
    assertThat(world.calendar().path("shiftPatterns"))
        .extracting(
            pattern ->
                "%s %s %s-%s"
                    .formatted(
                        pattern.path("region").asText(),
                        pattern.path("zone").asText(),
                        pattern.path("start").asText(),
                        pattern.path("end").asText()))
        .containsExactly(
            "APAC Asia/Singapore 07:00-15:00",
            "EMEA Europe/London 07:00-15:00",
            "AMER America/New_York 10:00-18:00");
  }

  @Test
  void whoever_is_named_is_on_the_roster() {
    List<String> named =
        StreamSupport.stream(world.calendar().path("rotations").spliterator(), false)
            .flatMap(rotation -> texts(rotation.path("participants")).stream())
            .toList();

    assertThat(world.tams()).containsAll(named);
    assertThat(world.tams()).containsAll(world.calendar().path("regions").findValuesAsText("lead"));
    world
        .customers()
        .forEach(c -> assertThat(world.tams()).containsAll(texts(c.path("tamAssignments"))));
  }

  @Test
  void every_tier_was_promised_something_and_every_stakeholder_is_of_a_customer_it_has() {
    assertThat(world.slaPolicies().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("PLATINUM", "GOLD", "SILVER", "STANDARD");
    assertThat(world.customers().stream().map(World::reference))
        .containsAll(() -> world.stakeholders().fieldNames());
  }

  @Test
  void of_its_escalations_some_travel_by_severity_by_tier_and_by_an_act_and_others_stay_at_home() {
    assertThat(world.escalations())
        .extracting(
            one -> one.path("severity").asText(),
            one -> tier(one.path("customer").asText()),
            one -> one.at("/serviceHours/serviceHours").asText())
        .contains(
            tuple("SEV1", "PLATINUM", ""),
            tuple("SEV3", "PLATINUM", ""),
            tuple("SEV4", "STANDARD", "FOLLOW_THE_SUN"),
            tuple("SEV3", "SILVER", ""),
            tuple("SEV4", "SILVER", ""));
    assertThat(world.slaPolicies().at("/PLATINUM/targets"))
        .filteredOn(target -> target.path("severity").asText().equals("SEV3"))
        .singleElement()
        .satisfies(
            target -> assertThat(target.path("serviceHours").asText()).isEqualTo("FOLLOW_THE_SUN"));
    assertThat(world.slaPolicies().at("/SILVER").findValues("serviceHours")).isEmpty();
  }

  @Test
  void something_is_watched_at_a_customer_it_has_over_more_than_one_shift_change() {
    assertThat(world.watchItems()).isNotEmpty();
    assertThat(world.customers().stream().map(World::reference))
        .containsAll(world.watchItems().stream().map(i -> i.path("customer").asText()).toList());
    assertThat(world.watchItems())
        .allSatisfy(item -> assertThat(item.path("hours").asInt()).isBetween(24, 92 * 24));
  }

  private String tier(String reference) {
    return world.customers().stream()
        .filter(customer -> World.reference(customer).equals(reference))
        .map(customer -> customer.path("tier").asText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_lead_is_in_no_rotation_so_that_what_reaches_the_lead_reaches_somebody_else() {
    List<String> leads = world.calendar().path("regions").findValuesAsText("lead");

    world
        .calendar()
        .path("rotations")
        .forEach(r -> assertThat(texts(r.path("participants"))).doesNotContainAnyElementsOf(leads));
  }

  private static List<String> texts(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList();
  }
}
