package io.meridian.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachesTest {

  @TempDir private Path root;

  private Path app;
  private Caches training;

  @BeforeEach
  void build() throws Exception {
    app = root.resolve("metrics-service/target/quarkus-app");
    for (Part part : Part.ALL.stream().filter(Part::isApplication).toList()) {
      Path jar = root.resolve(part.label()).resolve("target/quarkus-app/quarkus-run.jar");
      Files.createDirectories(jar.getParent());
      Files.write(jar, new byte[0]);
    }
    training = new Caches(new House(root), Caches.Use.TRAIN);
  }

  @Test
  void a_cache_that_is_being_written_is_beside_the_one_that_is_read() {
    assertThat(training.java(Part.METRICS, 64, Tuning.LOAD).jar(Path.of("x.jar")))
        .contains("-XX:AOTCacheOutput=" + app.resolve("app.aot.new"));
  }

  @Test
  void it_takes_its_name_when_all_are_whole() throws Exception {
    Files.writeString(app.resolve("app.aot"), "old");
    Files.writeString(app.resolve("app.aot.new"), "whole");

    training.publish();

    assertThat(app.resolve("app.aot")).hasContent("whole");
    assertThat(app.resolve("app.aot.new")).doesNotExist();
  }

  @Test
  void what_a_broken_off_training_has_left_is_dropped_by_the_next() throws Exception {
    Files.writeString(app.resolve("app.aot"), "old");
    Files.writeString(app.resolve("app.aot.new"), "hal");

    training.discard();
    training.publish();

    assertThat(app.resolve("app.aot")).hasContent("old");
  }
}
