package io.meridian.customer.customer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meridian.customer.directory.domain.Directory;
import io.meridian.events.CustomerEvent;
import io.meridian.events.ExternalRef;
import io.meridian.events.Stakeholder;
import io.meridian.events.Tier;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T07:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-03-03T07:00:00Z");
  private static final UUID ID = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
  private static final Directory UNKNOWN = new Directory(false, Map.of());
  private static final Directory KNOWN =
      new Directory(
          true,
          Map.of(
              "tam-ana", new Directory.Tam("tam-ana", "Ana", "EMEA", true),
              "tam-kai", new Directory.Tam("tam-kai", "Kai", "APAC", true),
              "tam-old", new Directory.Tam("tam-old", "Otto", "EMEA", false)));

  private static ExternalRef ref(String system, String id) {
    return new ExternalRef(system, id, null, null);
  }

  private static Profile profile(String name, ExternalRef... refs) {
    return new Profile(name, Tier.GOLD, "EMEA", "en", List.of(refs), true);
  }

  private static Customer acme(Map<String, String> tams) {
    return accepted(Customer.create(ID, profile("Acme"), tams, UNKNOWN, MONDAY)).after();
  }

  private static Decision.Accepted accepted(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return (Decision.Accepted) decision;
  }

  private static List<Refusal> refused(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    return ((Decision.Refused) decision).refusals();
  }

  @Test
  void a_new_customer_has_revision_one_and_is_told() {
    var created =
        accepted(Customer.create(ID, profile("Acme"), Map.of("EMEA", "tam-ana"), KNOWN, MONDAY));
    assertThat(created.after().revision()).isEqualTo(1);
    assertThat(created.events())
        .containsExactly(new CustomerEvent.Created(created.after().state()));
    assertThat(created.after().state().tamAssignments()).containsEntry("EMEA", "tam-ana");
  }

  @Test
  void a_changed_profile_counts_the_revision_and_is_told() {
    var changed = accepted(acme(Map.of()).describe(profile("Acme Corp"), TUESDAY));
    assertThat(changed.after().revision()).isEqualTo(2);
    assertThat(changed.after().changedAt()).isEqualTo(TUESDAY);
    assertThat(changed.events())
        .containsExactly(new CustomerEvent.Updated(changed.after().state()));
  }

  @Test
  void the_same_profile_changes_nothing_whatever_the_order_of_references() {
    Customer customer =
        accepted(
                Customer.create(
                    ID, profile("Acme", ref("b", "1"), ref("a", "2")), Map.of(), UNKNOWN, MONDAY))
            .after();
    var same = customer.describe(profile("Acme", ref("a", "2"), ref("b", "1")), TUESDAY);
    assertThat(same.changes()).isFalse();
    assertThat(same.after()).isEqualTo(customer);
  }

  @Test
  void assigning_a_tam_tells_the_region() {
    var assigned = accepted(acme(Map.of()).assign("EMEA", "tam-ana", KNOWN, TUESDAY));
    assertThat(assigned.after().revision()).isEqualTo(2);
    assertThat(assigned.events())
        .containsExactly(new CustomerEvent.TamAssigned("EMEA", assigned.after().state()));
  }

  @Test
  void assigning_the_same_tam_again_changes_nothing() {
    assertThat(
            accepted(acme(Map.of("EMEA", "tam-ana")).assign("EMEA", "tam-ana", KNOWN, TUESDAY))
                .changes())
        .isFalse();
  }

  @Test
  void a_tam_on_no_roster_is_refused() {
    assertThat(refused(acme(Map.of()).assign("EMEA", "tam-new", KNOWN, TUESDAY)))
        .containsExactly(new Refusal("/tam", Directory.Objection.UNKNOWN_TAM, "tam-new"));
  }

  @Test
  void a_tam_of_another_region_is_refused() {
    assertThat(refused(acme(Map.of()).assign("EMEA", "tam-kai", KNOWN, TUESDAY)))
        .extracting(Refusal::objection)
        .containsExactly(Directory.Objection.OTHER_REGION);
  }

  @Test
  void an_inactive_tam_is_refused_but_stays_where_it_was() {
    assertThat(refused(acme(Map.of()).assign("EMEA", "tam-old", KNOWN, TUESDAY)))
        .extracting(Refusal::objection)
        .containsExactly(Directory.Objection.INACTIVE);
    assertThat(
            accepted(acme(Map.of("EMEA", "tam-old")).assign("EMEA", "tam-old", KNOWN, TUESDAY))
                .changes())
        .isFalse();
  }

  @Test
  void before_the_first_calendar_every_tam_is_taken() {
    assertThat(accepted(acme(Map.of()).assign("EMEA", "tam-new", UNKNOWN, TUESDAY)).changes())
        .isTrue();
  }

  @Test
  void replacing_all_assignments_is_one_change() {
    var replaced =
        accepted(
            acme(Map.of("EMEA", "tam-old", "AMER", "tam-bob"))
                .assignAll(Map.of("EMEA", "tam-ana", "APAC", "tam-kai"), KNOWN, TUESDAY));
    assertThat(replaced.after().revision()).isEqualTo(2);
    assertThat(replaced.events())
        .containsExactly(new CustomerEvent.Updated(replaced.after().state()));
    assertThat(replaced.after().tamAssignments().keySet()).containsExactly("APAC", "EMEA");
  }

  @Test
  void every_assignment_that_cannot_be_is_named() {
    Map<String, String> wanted = Map.of("EMEA", "tam-kai", "APAC", "tam-new", "AMER", "tam-new");
    assertThat(refused(acme(Map.of()).assignAll(wanted, KNOWN, TUESDAY)))
        .extracting(Refusal::pointer)
        .containsExactly("/tamAssignments/AMER", "/tamAssignments/APAC", "/tamAssignments/EMEA");
    assertThat(refused(Customer.create(ID, profile("Acme"), wanted, KNOWN, MONDAY))).hasSize(3);
  }

  @Test
  void taking_a_tam_away_tells_the_region_and_twice_changes_nothing() {
    var first = acme(Map.of("EMEA", "tam-ana")).unassign("EMEA", TUESDAY);
    assertThat(first.events()).hasSize(1).first().isInstanceOf(CustomerEvent.TamAssigned.class);
    assertThat(first.after().tamAssignments()).isEmpty();
    assertThat(first.after().unassign("EMEA", TUESDAY).changes()).isFalse();
  }

  @Test
  void a_customer_cannot_be_changed_from_outside() {
    Map<String, String> tams = new HashMap<>(Map.of("EMEA", "tam-ana"));
    Customer customer = acme(tams);
    tams.clear();
    assertThat(customer.tamAssignments()).hasSize(1);
    assertThatThrownBy(() -> customer.tamAssignments().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void stakeholders_are_told_without_their_addresses_and_the_same_ones_again_change_nothing() {
    Contact dana = new Contact(new Stakeholder("Dana", "CTO", null), "dana@acme.example", null);
    var informed = acme(Map.of()).inform(List.of(dana), TUESDAY);
    assertThat(informed.after().revision()).isEqualTo(2);
    assertThat(informed.events())
        .containsExactly(new CustomerEvent.StakeholdersChanged(informed.after().state()));
    assertThat(informed.after().state().stakeholders()).containsExactly(dana.stakeholder());
    assertThat(informed.after().inform(List.of(dana), TUESDAY).changes()).isFalse();
    assertThat(informed.after().unassign("EMEA", TUESDAY).after().contacts()).containsExactly(dana);
  }
}
