package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownFieldsTest {

  private static final Map<String, Class<?>> STRIMZI =
      Map.of("KafkaTopic", KafkaTopic.class, "KafkaUser", KafkaUser.class);

  @ParameterizedTest
  @MethodSource("io.meridian.chart.Rendering#sets")
  void every_field_is_one_of_its_api(String set) {
    assertThat(Rendering.of(set).documents())
        .filteredOn(document -> !document.contains("apiVersion: postgresql.cnpg.io/v1"))
        .allSatisfy(document -> assertThat(unknown(document)).isEmpty());
  }

  @Test
  void a_field_that_there_is_not_is_found_wherever_it_is() {
    Service service =
        Serialization.unmarshal(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: a}
            spec: {prots: [], ports: [{port: 8080, targtPort: http}]}
            """,
            Service.class);

    assertThat(UnknownFields.of(service))
        .containsExactlyInAnyOrder("/spec/prots", "/spec/ports/0/targtPort");
  }

  private static List<String> unknown(String document) {
    String kind = Serialization.unmarshal(document, GenericKubernetesResource.class).getKind();
    Class<?> type = STRIMZI.get(kind);
    Object resource =
        type == null ? Serialization.unmarshal(document) : Serialization.unmarshal(document, type);
    assertThat(resource)
        .as("a kind whose fields are known")
        .isNotInstanceOf(GenericKubernetesResource.class);
    return UnknownFields.of(resource);
  }
}
