package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * CloudNativePG's databases. There are no Java types of its API: its fields are written down here.
 */
class DatabasesTest {

  private static final Set<String> FIELDS =
      Set.of(
          "instances",
          "imageName",
          "bootstrap.initdb.database",
          "bootstrap.initdb.owner",
          "storage.size",
          "storage.storageClass");

  private final Rendering chart = Rendering.of("cloudnative");
  private final List<GenericKubernetesResource> clusters =
      chart.resources().stream().filter(one -> one.getKind().equals("Cluster")).toList();

  @Test
  void each_service_has_a_cluster_of_the_fields_that_the_operator_knows() {
    assertThat(clusters)
        .hasSize(4)
        .allSatisfy(
            cluster -> {
              Set<String> written = new TreeSet<>();
              collect("", (Map<?, ?>) cluster.get("spec"), written);
              assertThat(written).isEqualTo(new TreeSet<>(FIELDS));
              assertThat(cluster.getApiVersion()).isEqualTo("postgresql.cnpg.io/v1");
            });
  }

  @Test
  void a_service_asks_the_server_and_the_secret_that_the_operator_makes_for_its_cluster() {
    for (GenericKubernetesResource cluster : clusters) {
      String name = cluster.getMetadata().getName();
      String service = name.replace("-db", "");
      List<EnvVar> told =
          chart
              .one(Deployment.class, service)
              .getSpec()
              .getTemplate()
              .getSpec()
              .getContainers()
              .getFirst()
              .getEnv();

      assertThat(variable(told, "QUARKUS_DATASOURCE_REACTIVE_URL").getValue())
          .isEqualTo(
              "postgresql://%s-rw:5432/%s".formatted(name, service.replace("meridian-", "")));
      assertThat(
              variable(told, "QUARKUS_DATASOURCE_PASSWORD")
                  .getValueFrom()
                  .getSecretKeyRef()
                  .getName())
          .isEqualTo(name + "-app");
      assertThat(variable(told, "QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE").getValue())
          .isEqualTo("verify-full");
    }
  }

  @Test
  void whatever_authority_a_variable_names_is_mounted_there() {
    for (String set : List.of("cloudnative", "ingress")) {
      for (Deployment deployment : Rendering.of(set).all(Deployment.class)) {
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        String file =
            variable(
                    pod.getContainers().getFirst().getEnv(),
                    "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS")
                .getValue();

        assertThat(pod.getContainers().getFirst().getVolumeMounts())
            .filteredOn(mount -> file.equals(mount.getMountPath() + "/ca.crt"))
            .singleElement()
            .satisfies(
                mount ->
                    assertThat(pod.getVolumes())
                        .filteredOn(volume -> volume.getName().equals(mount.getName()))
                        .singleElement()
                        .satisfies(
                            volume ->
                                assertThat(volume.getSecret().getItems())
                                    .extracting("path")
                                    .containsExactly("ca.crt")));
      }
    }
  }

  private static EnvVar variable(List<EnvVar> told, String name) {
    return told.stream().filter(one -> one.getName().equals(name)).findFirst().orElseThrow();
  }

  private static void collect(String at, Map<?, ?> fields, Set<String> into) {
    fields.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> more) {
            collect(at + name + ".", more, into);
          } else {
            into.add(at + name);
          }
        });
  }
}
