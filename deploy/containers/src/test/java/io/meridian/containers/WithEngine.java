package io.meridian.containers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Needs a container engine ({@code DOCKER_HOST}) that has our images ({@code ./meridian images}).
 * Whoever has none is told so in one line and goes on; with {@code MERIDIAN_CONTAINERS=required}
 * the tests run whatever is missing, and fail by it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithEngine.Condition.class)
@interface WithEngine {

  /** Whether there is one. */
  final class Condition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if ("required".equals(System.getenv("MERIDIAN_CONTAINERS"))) {
        return ConditionEvaluationResult.enabled("required");
      }
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        return skipped("no container engine answers");
      }
      String tools = ContainerHouse.compose().service("tools").image();
      boolean hasImages =
          !DockerClientFactory.lazyClient()
              .listImagesCmd()
              .withReferenceFilter(tools)
              .exec()
              .isEmpty();
      return hasImages
          ? ConditionEvaluationResult.enabled("there is one")
          : skipped("there is no image " + tools + "; ./meridian images builds it");
    }

    private static ConditionEvaluationResult skipped(String why) {
      System.out.println("The house of containers is not tried: " + why + ".");
      return ConditionEvaluationResult.disabled(why);
    }
  }
}
