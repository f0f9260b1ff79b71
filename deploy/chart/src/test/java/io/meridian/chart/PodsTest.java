package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod of the chart: the Pod Security Standard "restricted", and what else we promise. */
class PodsTest {

  private static final List<String> SERVICES =
      List.of("meridian-customer", "meridian-escalation", "meridian-handoff", "meridian-metrics");

  private static List<PodSpec> pods(String set) {
    Rendering chart = Rendering.of(set);
    return Stream.of(
            chart.all(Deployment.class).stream().map(one -> one.getSpec().getTemplate().getSpec()),
            chart.all(Job.class).stream().map(one -> one.getSpec().getTemplate().getSpec()),
            chart.all(Pod.class).stream().map(Pod::getSpec))
        .flatMap(specs -> specs)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("io.meridian.chart.Rendering#sets")
  void it_runs_restricted_on_a_read_only_root(String set) {
    assertThat(pods(set))
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(
            pod -> {
              assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
              assertThat(pod.getSecurityContext().getRunAsUser()).isGreaterThan(0);
              assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                  .isEqualTo("RuntimeDefault");
              assertThat(pod.getHostNetwork()).isNull();
              assertThat(pod.getHostPID()).isNull();
              assertThat(pod.getEnableServiceLinks()).isFalse();
              assertThat(pod.getVolumes() == null ? List.of() : pod.getVolumes())
                  .allMatch(
                      volume ->
                          ((io.fabric8.kubernetes.api.model.Volume) volume).getHostPath() == null);
            })
        .flatExtracting(PodSpec::getContainers)
        .allSatisfy(
            container -> {
              SecurityContext security = container.getSecurityContext();
              assertThat(security.getAllowPrivilegeEscalation()).isFalse();
              assertThat(security.getReadOnlyRootFilesystem()).isTrue();
              assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
              assertThat(security.getCapabilities().getAdd()).isNullOrEmpty();
              assertThat(container.getResources().getLimits()).containsKey("memory");
              assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            });
  }

  /** Nobody else asks the API server anything. */
  @ParameterizedTest
  @MethodSource("io.meridian.chart.Rendering#sets")
  void only_who_leads_by_a_lease_has_a_token(String set) {
    assertThat(pods(set))
        .filteredOn(pod -> !Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()))
        .extracting(PodSpec::getServiceAccountName)
        .isEqualTo(set.equals("one-of-each") ? List.of() : List.of("meridian-handoff"));
    assertThat(Rendering.of(set).all(ServiceAccount.class))
        .hasSize(4)
        .allMatch(account -> !account.getAutomountServiceAccountToken());
  }

  @Test
  void a_service_tells_when_it_is_ready_and_is_left_alone_while_it_goes() {
    for (String name : SERVICES) {
      Deployment deployment = Rendering.of("least").one(Deployment.class, name);
      Container container = deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();

      assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
      assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
      assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
      assertThat(container.getLifecycle().getPreStop().getExec().getCommand()).startsWith("sleep");
      assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable())
          .hasToString("AnyType(value=0)");
    }
  }

  @Test
  void what_a_service_says_of_itself_goes_before_what_is_said_of_all() {
    PodSpec handoff =
        Rendering.of("ingress")
            .one(Deployment.class, "meridian-handoff")
            .getSpec()
            .getTemplate()
            .getSpec();

    assertThat(handoff.getNodeSelector()).containsEntry("disk", "fast");
    assertThat(handoff.getContainers().getFirst().getEnv())
        .filteredOn(one -> one.getName().equals("QUARKUS_DATASOURCE_JDBC_URL"))
        .singleElement()
        .extracting("value")
        .isEqualTo(
            "jdbc:postgresql://other-postgres:6432/handoffs"
                + "?sslmode=verify-full&sslrootcert=/etc/meridian/database/ca.crt");
  }

  @Test
  void an_autoscaled_service_has_no_number_of_pods_of_its_own() {
    Rendering chart = Rendering.of("ingress");

    assertThat(chart.one(Deployment.class, "meridian-escalation").getSpec().getReplicas()).isNull();
    assertThat(chart.one(Deployment.class, "meridian-handoff").getSpec().getReplicas())
        .isEqualTo(3);
  }

  @Test
  void the_topics_are_there_before_the_services_are() {
    Rendering chart = Rendering.of("least");

    assertThat(chart.one(Job.class, "meridian-topics").getMetadata().getAnnotations())
        .containsEntry(Rendering.HOOK, "pre-install,pre-upgrade");
    assertThat(chart.one(Pod.class, "meridian-ready").getMetadata().getAnnotations())
        .containsEntry(Rendering.HOOK, "test");
  }

  @Test
  void its_image_comes_from_the_registry_that_was_named() {
    assertThat(pods("ingress"))
        .flatExtracting(PodSpec::getContainers)
        .extracting("image")
        .allMatch(image -> image.toString().startsWith("registry.example.com/team/meridian/"))
        .contains("registry.example.com/team/meridian/tools:1.2.3");
  }
}
