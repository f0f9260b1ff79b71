package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What pods may ask the API server; that the service asks no more is LeaseLockTest's to say. */
class RightsTest {

  @Test
  void handoff_may_make_a_lease_and_rewrite_its_own() {
    Rendering chart = Rendering.of("least");

    assertThat(chart.all(Role.class)).hasSize(1);
    assertThat(chart.one(Role.class, "meridian-leader").getRules())
        .extracting(PolicyRule::getResources, PolicyRule::getResourceNames, PolicyRule::getVerbs)
        .containsExactly(
            tuple(List.of("leases"), List.of(), List.of("create")),
            tuple(List.of("leases"), List.of("meridian-leader"), List.of("get", "update")));
    RoleBinding binding = chart.one(RoleBinding.class, "meridian-leader");
    assertThat(binding.getRoleRef().getName()).isEqualTo("meridian-leader");
    assertThat(binding.getSubjects())
        .singleElement()
        .satisfies(
            subject -> {
              assertThat(subject.getName()).isEqualTo("meridian-handoff");
              assertThat(subject.getNamespace()).isEqualTo("support");
            });
  }

  @Test
  void the_lease_that_it_may_rewrite_is_the_one_it_is_told_of() {
    assertThat(leadership("least"))
        .contains(
            tuple("MERIDIAN_LEADERSHIP_BY", "lease"),
            tuple("MERIDIAN_LEADERSHIP_LEASE_NAME", "meridian-leader"),
            tuple("MERIDIAN_LEADERSHIP_LEASE_DURATION", "6S"));
  }

  @Test
  void who_leads_by_a_lock_in_the_database_gets_no_right() {
    Rendering chart = Rendering.of("one-of-each");

    assertThat(chart.all(Role.class)).isEmpty();
    assertThat(chart.all(RoleBinding.class)).isEmpty();
    assertThat(leadership("one-of-each"))
        .containsExactly(tuple("MERIDIAN_LEADERSHIP_BY", "advisory-lock"));
  }

  private static List<org.assertj.core.groups.Tuple> leadership(String set) {
    return Rendering.of(set)
        .one(Deployment.class, "meridian-handoff")
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst()
        .getEnv()
        .stream()
        .filter(variable -> variable.getName().startsWith("MERIDIAN_LEADERSHIP"))
        .map((EnvVar variable) -> tuple(variable.getName(), variable.getValue()))
        .toList();
  }
}
