package io.meridian.testkit.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What each service may do at the broker, from {@code deploy/kafka/topics.yaml}: write the topics
 * that it is the writer of, read those that it reads, and have groups and dead letters under its
 * own name. Nobody may delete a topic or a record.
 */
final class TopicAcls {

  /** One topic, its writer and its readers. */
  private record Topic(String name, String writer, Set<String> readers) {}

  private final List<Topic> topics;

  private TopicAcls(List<Topic> topics) {
    this.topics = List.copyOf(topics);
  }

  static TopicAcls ofTheHouse() {
    try (InputStream yaml = TopicAcls.class.getResourceAsStream("topics.yaml")) {
      if (yaml == null) {
        throw new IllegalStateException("topics.yaml is not on the class path");
      }
      return parse(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TopicAcls parse(InputStream yaml) {
    Map<String, List<Object>> document =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    List<Topic> topics = new ArrayList<>();
    for (Object entry : document.getOrDefault("topics", List.of())) {
      Map<?, ?> topic = (Map<?, ?>) entry;
      Set<String> readers = new TreeSet<>();
      if (topic.get("readers") instanceof List<?> named) {
        named.forEach(reader -> readers.add(String.valueOf(reader)));
      }
      topics.add(
          new Topic(
              String.valueOf(topic.get("name")), String.valueOf(topic.get("writer")), readers));
    }
    return new TopicAcls(topics);
  }

  /** All rights there are, each once. */
  List<AclBinding> bindings() {
    List<AclBinding> bindings = new ArrayList<>();
    for (Topic topic : topics) {
      ResourcePattern named =
          new ResourcePattern(ResourceType.TOPIC, topic.name(), PatternType.LITERAL);
      allow(bindings, named, topic.writer(), AclOperation.WRITE, AclOperation.DESCRIBE);
      for (String reader : topic.readers()) {
        allow(bindings, named, reader, AclOperation.READ, AclOperation.DESCRIBE);
      }
    }
    for (String service : services()) {
      String own = service + ".";
      allow(
          bindings,
          new ResourcePattern(ResourceType.TOPIC, own, PatternType.PREFIXED),
          service,
          AclOperation.READ,
          AclOperation.WRITE,
          AclOperation.DESCRIBE,
          AclOperation.CREATE);
      allow(
          bindings,
          new ResourcePattern(ResourceType.GROUP, own, PatternType.PREFIXED),
          service,
          AclOperation.READ,
          AclOperation.DESCRIBE);
    }
    return bindings.stream().distinct().toList();
  }

  private Set<String> services() {
    Set<String> services = new TreeSet<>();
    topics.forEach(
        topic ->
            Stream.concat(Stream.of(topic.writer()), topic.readers().stream())
                .forEach(services::add));
    return services;
  }

  private static void allow(
      List<AclBinding> bindings, ResourcePattern what, String who, AclOperation... operations) {
    for (AclOperation operation : operations) {
      bindings.add(
          new AclBinding(
              what,
              new AccessControlEntry("User:" + who, "*", operation, AclPermissionType.ALLOW)));
    }
  }
}
