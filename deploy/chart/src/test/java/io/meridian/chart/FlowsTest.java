package io.meridian.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may talk to whom: over the network, and over Kafka. */
class FlowsTest {

  private static final Pattern ARROW =
      Pattern.compile("(?m)^  (\\w+) -- meridian\\.(\\w+) --> ([\\w &]+)$");
  private static final Pattern SUBSCRIPTION =
      Pattern.compile("(?:Set|List)\\.of\\((Topic\\.[A-Z]+(?:, Topic\\.[A-Z]+)*)\\)");

  @Test
  void every_pod_is_closed_but_for_flows_that_have_a_name() {
    Rendering chart = Rendering.of("ingress");
    NetworkPolicy closed = chart.one(NetworkPolicy.class, "meridian-flow-closed");
    Set<String> pods =
        Stream.of(
                chart.all(Deployment.class).stream()
                    .map(one -> one.getSpec().getTemplate().getMetadata()),
                chart.all(Job.class).stream().map(one -> one.getSpec().getTemplate().getMetadata()),
                chart.all(Pod.class).stream().map(Pod::getMetadata))
            .flatMap(all -> all)
            .map(pod -> pod.getLabels().get("app.kubernetes.io/name"))
            .collect(Collectors.toSet());

    assertThat(closed.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(closed.getSpec().getIngress()).isNullOrEmpty();
    assertThat(closed.getSpec().getEgress()).isNullOrEmpty();
    assertThat(closed.getSpec().getPodSelector().getMatchExpressions().getFirst().getValues())
        .containsExactlyInAnyOrderElementsOf(pods);
    assertThat(chart.all(NetworkPolicy.class))
        .extracting(one -> one.getMetadata().getName())
        .containsExactlyInAnyOrder(
            "meridian-flow-closed",
            "meridian-flow-dns",
            "meridian-flow-database",
            "meridian-flow-kafka",
            "meridian-flow-tools",
            "meridian-flow-from-tools",
            "meridian-flow-api",
            "meridian-flow-scrape",
            "meridian-flow-identity",
            "meridian-flow-smtp",
            "meridian-flow-leadership",
            "meridian-flow-webhooks");
  }

  @Test
  void a_flow_opens_the_ports_that_the_values_name_and_no_other() {
    assertThat(ports("ingress", "database")).containsExactly(5432, 6432);
    assertThat(ports("ingress", "kafka")).containsExactly(9092);
    assertThat(ports("strimzi", "kafka")).containsExactly(9093);
    assertThat(ports("ingress", "identity")).containsExactly(8180);
    assertThat(ports("least", "identity")).containsExactly(443);
    assertThat(ports("ingress", "smtp")).containsExactly(587);
    assertThat(ports("ingress", "webhooks")).containsExactly(443);
    assertThat(ports("monitored", "traces")).containsExactly(4317);
    assertThat(ports("ingress", "leadership")).containsExactly(443, 6443);
  }

  @Test
  void webhooks_reach_no_private_network() {
    NetworkPolicy webhooks =
        Rendering.of("least").one(NetworkPolicy.class, "meridian-flow-webhooks");

    assertThat(
            webhooks.getSpec().getEgress().getFirst().getTo().getFirst().getIpBlock().getExcept())
        .contains("10.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");
    assertThat(webhooks.getSpec().getPodSelector().getMatchExpressions().getFirst().getValues())
        .containsExactly("handoff");
  }

  @Test
  void a_service_may_write_what_the_architecture_says_it_writes() throws IOException {
    assertThat(granted("Write")).isEqualTo(writers());
  }

  @Test
  void a_service_may_read_what_its_code_subscribes_to() throws IOException {
    Map<String, Set<String>> granted = granted("Read");
    for (String service : List.of("customer", "escalation", "handoff", "metrics")) {
      assertThat(granted.get(service)).as(service).isEqualTo(subscriptions(service));
    }
  }

  private static List<Integer> ports(String set, String flow) {
    NetworkPolicy policy = Rendering.of(set).one(NetworkPolicy.class, "meridian-flow-" + flow);
    return policy.getSpec().getEgress().getFirst().getPorts().stream()
        .map(port -> port.getPort().getIntVal())
        .sorted()
        .toList();
  }

  /** By service the topics of events for which its user has a right. */
  private static Map<String, Set<String>> granted(String operation) {
    JsonMapper json = JsonMapper.builder().build();
    return Rendering.of("strimzi").all(KafkaUser.class).stream()
        .map(user -> json.<JsonNode>valueToTree(user))
        .map(
            user ->
                Map.entry(
                    user.at("/metadata/name").asText().replace("meridian-", ""),
                    topics(user.at("/spec/authorization/acls"), operation)))
        .filter(right -> !right.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Set<String> topics(JsonNode rights, String operation) {
    Set<String> topics = new TreeSet<>();
    for (JsonNode right : rights) {
      String name = right.at("/resource/name").asText();
      if (name.startsWith("meridian.") && right.path("operations").toString().contains(operation)) {
        topics.add(name.replace("meridian.", ""));
      }
    }
    return topics;
  }

  private static Map<String, Set<String>> writers() throws IOException {
    String text = Files.readString(Rendering.HOUSE.resolve("docs/architecture.md"));
    return ARROW
        .matcher(text)
        .results()
        .collect(
            Collectors.groupingBy(
                arrow -> arrow.group(1),
                Collectors.mapping(
                    arrow -> arrow.group(2), Collectors.toCollection(TreeSet::new))));
  }

  private static Set<String> subscriptions(String service) throws IOException {
    Set<String> topics = new TreeSet<>();
    try (Stream<Path> files =
        Files.walk(Rendering.HOUSE.resolve(service + "-service/src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        SUBSCRIPTION
            .matcher(Files.readString(file))
            .results()
            .flatMap(found -> Stream.of(found.group(1).split(", ")))
            .forEach(
                topic ->
                    topics.add(topic.replace("Topic.", "").toLowerCase(java.util.Locale.ROOT)));
      }
    }
    return topics;
  }
}
