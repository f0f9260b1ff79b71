package io.meridian.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The repository that the launcher runs from: where the built services lie.
 *
 * @param root holds {@code mvnw} and the modules
 */
public record House(Path root) {

  /** From {@code -Dmeridian.home}, else the folder above us that holds the house. */
  public static House find() {
    String home = System.getProperty("meridian.home");
    if (home != null) {
      return new House(Path.of(home));
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("deploy/kafka/topics.yaml"))) {
        return new House(folder);
      }
    }
    throw new StackRefusal("run from inside the repository, or set -Dmeridian.home");
  }

  /**
   * The runnable jar of an application: a service or the console.
   *
   * @throws StackRefusal when it has not been built
   */
  Path jar(Part application) {
    Path jar = root.resolve(application.label()).resolve("target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new StackRefusal(
          application.label()
              + " has not been built; run ./meridian up, or ./mvnw -DskipTests package");
    }
    return jar;
  }
}
