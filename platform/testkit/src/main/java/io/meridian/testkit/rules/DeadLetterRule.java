package io.meridian.testkit.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.meridian.testkit.kafka.TopicList;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;

/**
 * Every consumer has its dead-letter topic in {@code deploy/kafka/topics.yaml}: nothing creates
 * topics on its own, so the first event that nobody can apply would be kept in the outbox for ever.
 */
final class DeadLetterRule {
  private DeadLetterRule() {}

  static ArchRule rule() {
    return classes()
        .that(
            new DescribedPredicate<JavaClass>("are consumers") {
              @Override
              public boolean test(JavaClass type) {
                return type.getRawInterfaces().stream()
                    .anyMatch(one -> one.getSimpleName().equals("EventConsumer"));
              }
            })
        .should(
            new ArchCondition<>("have a dead-letter topic") {
              @Override
              public void check(JavaClass consumer, ConditionEvents events) {
                String topic = topic(name(consumer));
                boolean exists = TopicList.ofTheHouse().names().contains(topic);
                events.add(
                    new SimpleConditionEvent(
                        consumer, exists, consumer.getName() + " has no topic " + topic));
              }
            })
        .allowEmptyShould(true);
  }

  /** What it answers when asked its name, which takes none of what it is made of. */
  private static Object name(JavaClass consumer) {
    try {
      Constructor<?> constructor = consumer.reflect().getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      Method name = consumer.reflect().getDeclaredMethod("name");
      name.setAccessible(true);
      return name.invoke(constructor.newInstance(new Object[constructor.getParameterCount()]));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(consumer + " does not tell its name", e);
    }
  }

  /** A service is called as its module's folder is. */
  private static String topic(Object consumer) {
    return Path.of("").toAbsolutePath().getFileName() + "." + consumer + ".dead-letters";
  }
}
