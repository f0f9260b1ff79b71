package io.meridian.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.local.stack.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./meridian} in a house whose Maven and JDK only write down what they were asked for. */
class ScriptTest {

  private static final String SERVICES = "customer escalation handoff metrics";

  @TempDir private Path house;

  @BeforeEach
  void furnish() throws IOException {
    Files.copy(House.find().root().resolve("meridian"), house.resolve("meridian"));
    Files.createDirectories(house.resolve("platform"));
    Files.createDirectories(house.resolve("deploy/local"));
    Files.writeString(house.resolve("pom.xml"), "");
    for (String service : SERVICES.split(" ")) {
      Files.createDirectories(house.resolve(service + "-service"));
    }
    Files.createDirectories(house.resolve("console"));
    executable(
        "mvnw",
        """
        echo built >>builds
        echo '[INFO] Building Meridian :: Platform :: Events 1.0.0-SNAPSHOT  [1/1]'
        sleep 1
        for service in %s; do
          mkdir -p $service-service/target/quarkus-app
          touch $service-service/target/quarkus-app/quarkus-run.jar
        done
        mkdir -p console/target/quarkus-app
        touch console/target/quarkus-app/quarkus-run.jar
        touch deploy/local/target/meridian-local.jar
        """
            .formatted(SERVICES));
    executable("jdk/bin/javac", "");
    executable(
        "jdk/bin/java",
        """
        case "$*" in
          *' train')
            echo trained >>trainings
            printf '\\200\\377 no text\\n[0.1s][warning] a remark\\nwriting the caches\\n'
            trap 'echo ended >>trainings; exit 143' TERM
            for tenth in 1 2 3 4 5 6 7 8 9 10; do sleep 0.1; done
            for word in "$@"; do
              case $word in -XX:AOTCacheOutput=*) echo whole >"${word#*=}" ;; esac
            done ;;
          *) echo "java $*" ;;
        esac
        """);
    Files.writeString(
        house.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\nIMPLEMENTOR_VERSION=\"Fake-25\"\n");
  }

  @Test
  void two_starts_at_once_build_once() throws Exception {
    Process first = start("up", "--data", "a");
    awaitLine(house.resolve("builds"));
    Process second = start("up", "--data", "b");

    assertThat(said(first)).contains("Built in", "up --data a");
    assertThat(said(second))
        .contains("waiting for another ./meridian here: [1/1] Meridian :: Platform :: Events")
        .contains("up --data b")
        .doesNotContain("Built in");
    assertThat(house.resolve("builds")).hasContent("built\n");
  }

  @Test
  void a_start_waits_for_no_caches_and_the_house_that_is_up_has_them_written() throws Exception {
    assertThat(run("up", "--no-seed")).contains("up --no-seed --train");
    assertThat(house.resolve("trainings")).doesNotExist();

    assertThat(run("train")).isEmpty();

    assertThat(cache()).hasContent("whole");
    assertThat(run("up", "--no-seed")).contains("-XX:AOTCache=").doesNotContain("--train");
    assertThat(run("train")).isEmpty();
    assertThat(house.resolve("trainings")).hasContent("trained\n");
  }

  @Test
  void who_finds_somebody_training_leaves_it_to_them() throws Exception {
    run("up");
    Process one = start("train");
    awaitLine(house.resolve("trainings"));
    assertThat(run("train")).isEmpty();
    assertThat(said(one)).isEmpty();
    assertThat(house.resolve("trainings")).hasContent("trained\n");
  }

  @Test
  void a_training_that_is_broken_off_ends_and_leaves_no_half_a_cache() throws Exception {
    run("up");
    Process training = start("train");
    awaitLine(house.resolve("trainings"));

    training.destroy();

    assertThat(training.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(house.resolve("trainings")).hasContent("trained\nended\n");
    assertThat(cache()).doesNotExist();
    assertThat(run("up")).contains("--train").doesNotContain("-XX:AOTCache=");
  }

  @Test
  void what_is_no_text_in_the_log_of_a_training_is_no_matter() throws Exception {
    assertThat(run("bench", "accept"))
        .contains("writing the caches", "BenchMain accept")
        .doesNotContain("binary file");
  }

  @Test
  void a_test_run_tells_modules_counts_and_time() throws Exception {
    executable(
        "mvnw",
        """
        cat <<'END'
        [INFO] Building Meridian :: Platform :: Events 1.0.0-SNAPSHOT              [1/2]
        [INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s -- in A
        [INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0
        [INFO] Building Meridian :: Metrics service 1.0.0-SNAPSHOT                 [2/2]
        [INFO] Tests run: 20, Failures: 0, Errors: 0, Skipped: 0
        [WARNING] Tests run: 22, Failures: 0, Errors: 0, Skipped: 1
        [INFO] Meridian :: Platform :: Events ..................... SUCCESS [  1.234 s]
        [INFO] Meridian :: Metrics service ........................ SUCCESS [01:20 min]
        END
        """);

    assertThat(run("test"))
        .containsSubsequence(
            "Meridian :: Platform :: Events",
            "3 tests",
            "1.234 s",
            "Meridian :: Metrics service",
            "42 tests",
            "01:20 min",
            "together",
            "45 tests",
            "1 min",
            "All passed.");
  }

  @Test
  void a_failed_test_run_names_the_tests_and_where_they_speak() throws Exception {
    executable(
        "mvnw",
        """
        cat <<'END'
        [INFO] Building Meridian :: Platform :: Events 1.0.0-SNAPSHOT              [1/1]
        [ERROR] Failures:
        [ERROR]   GoldenEventsTest.it_is_written:41 expected gold
        [ERROR] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0
        [INFO] Meridian :: Platform :: Events ..................... FAILURE [  1.234 s]
        END
        exit 1
        """);

    Process test = start("test");

    assertThat(said(test))
        .containsSubsequence(
            "FAILED", "GoldenEventsTest.it_is_written:41 expected gold", "surefire-reports");
    assertThat(test.exitValue()).isEqualTo(1);
  }

  private Path cache() {
    return house.resolve("deploy/local/target/launcher.aot");
  }

  private void executable(String name, String script) throws IOException {
    Path file = house.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", house.resolve("meridian").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(house.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", house.resolve("jdk").toString());
    return builder.start();
  }

  private String run(String... arguments) throws Exception {
    return said(start(arguments));
  }

  private static String said(Process process) throws Exception {
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  private static void awaitLine(Path file) throws InterruptedException {
    for (int i = 0; i < 200 && !Files.exists(file); i++) {
      Thread.sleep(20);
    }
    assertThat(file).exists();
  }
}
